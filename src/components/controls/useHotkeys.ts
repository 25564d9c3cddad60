import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { useInstance } from '../../store/context.tsx';
import { hotkeys, strokeOf } from './hotkeys.ts';
import { ownsKey } from './ownsKey.ts';

/**
 * The `onKeyDown` of an instance's root: the keys that a video player has. They reach it only while focus is inside,
 * and do nothing where the focused control needs the key, or where the page around has switched them off.
 */
export function useHotkeys(onHelp: () => void): (event: KeyboardEvent) => void {
  const press = usePress(onHelp);
  return ({ nativeEvent }) => press(nativeEvent);
}

/**
 * The same keys for an instance that is the whole page: they also work while nothing has focus, as on a page that was just
 * opened.
 */
export function usePageHotkeys(onHelp: () => void): (event: KeyboardEvent) => void {
  const press = usePress(onHelp);
  const onPage = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.target === document.body) press(event);
  });
  useEffect(() => {
    const listener = (event: globalThis.KeyboardEvent): void => onPage(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  return ({ nativeEvent }) => press(nativeEvent);
}

type Press = (event: globalThis.KeyboardEvent, target?: EventTarget | null) => void;

/** The keys pressed in an instance before the code for them was there, and the place of its focus. */
export interface EarlyKeys {
  readonly strokes: { readonly event: globalThis.KeyboardEvent; readonly target: EventTarget }[];
  /** True if the focus came by a press of the pointer. */
  clicked: boolean;
  /** The element that had focus last, followed by its ancestors. */
  focused: readonly Element[];
  /** Handles what is pressed from now on. */
  press: Press | null;
}

/** Takes over the keys of an instance from those who noted them, and presses these. */
export function useLateHotkeys(early: EarlyKeys): void {
  const press = usePress(nothing, early);
  const onPress = useEffectEvent(press);
  useEffect(() => {
    early.press = (event, target) => onPress(event, target);
    for (const { event, target } of early.strokes.splice(0)) onPress(event, target);
    return () => {
      early.press = null;
    };
  }, [early]);
}

const nothing = (): void => {};

function usePress(onHelp: () => void, early?: EarlyKeys): Press {
  const instance = useInstance();
  const clicked = useClicked(early);
  return (event, target = event.target) => {
    const { view } = instance.getState();
    if (!view.hotkeys || event.defaultPrevented || event.altKey || event.isComposing) return;
    const stroke = strokeOf(event);
    if (target instanceof Element && ownsKey(target, stroke, clicked.current)) return;
    const hotkey = hotkeys.find(({ keys }) => keys.includes(stroke));
    if (!hotkey && stroke !== '?') return;
    if (hotkey?.changes && view.locked.includes(hotkey.changes)) return;
    event.preventDefault();
    if (hotkey) hotkey.run(instance, stroke);
    else onHelp();
  };
}

/** True if focus came to the present element by a click or a tap rather than by the Tab key. */
function useClicked(early?: EarlyKeys): RefObject<boolean> {
  const clicked = useRef(false);
  useEffect(() => {
    // read now, not when it was rendered: the press may have come in between
    clicked.current = early?.clicked ?? false;
    const onPointer = (): void => {
      clicked.current = true;
    };
    const onKey = ({ key }: globalThis.KeyboardEvent): void => {
      if (key === 'Tab') clicked.current = false;
    };
    document.addEventListener('pointerdown', onPointer, true);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onPointer, true);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [early]);
  return clicked;
}
