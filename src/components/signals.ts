import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent, SyntheticEvent } from 'react';
import { useRef } from 'react';
import { layerKey } from '../cell/slot.ts';
import { useInstance } from '../store/context.tsx';

/**
 * Markup says what it denotes and what activating it does, and the root of an instance listens for all of it:
 * `data-signal` is the slot that an element denotes (several, separated by spaces: the first counts), to be lit up while
 * the pointer or keyboard focus is on it; `data-select` marks what selects that slot when it is activated, `data-unit`
 * adds the unit and `data-goto` goes that many timesteps on first.
 */
export interface SignalEvents {
  onPointerOver(event: PointerEvent): void;
  onPointerLeave(): void;
  onFocus(event: FocusEvent): void;
  onBlur(event: FocusEvent): void;
  onClick(event: MouseEvent): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** Elements that turn Enter and Space into a click by themselves. */
const CLICKS = 'button, a, input, select, textarea, summary';

/** The handlers of an instance's root for everything inside that carries `data-signal` or `data-select`. */
export function useSignalEvents(): SignalEvents {
  const { actions, getState } = useInstance();
  /** The devices that have highlighted something: leaving with one clears only its own highlight. */
  const lit = useRef({ pointer: false, focus: false });
  const light = (by: 'pointer' | 'focus', key: string | null): void => {
    if (key !== null || lit.current[by]) actions.hover(key);
    lit.current[by] = key !== null;
  };
  const activate = (path: readonly Element[]): void => {
    const goto = path.find((element) => element.hasAttribute('data-goto'));
    // a signal inside of what leads to another timestep is one of that timestep's picture
    const key = signalAt(goto ? path.slice(path.indexOf(goto)) : path);
    const unit = attributeAt(path, 'data-unit');
    if (goto) actions.goTo(getState().cursor.t + Number(goto.getAttribute('data-goto')));
    if (!goto || key !== null) actions.select(key, unit === null ? undefined : Number(unit));
  };
  return {
    onPointerOver(event) {
      // a finger does not hover: its tap selects
      if (event.pointerType !== 'touch') light('pointer', signalAt(pathOf(event)));
    },
    onPointerLeave: () => light('pointer', null),
    onFocus(event) {
      const path = pathOf(event);
      // focus that a click brings says less than the pointer, which is on one letter of the control
      if (path[0]?.matches(':focus-visible') || !selects(path)) light('focus', signalAt(path));
    },
    onBlur({ currentTarget, relatedTarget }) {
      if (!currentTarget.contains(relatedTarget)) light('focus', null);
    },
    onClick(event) {
      const path = pathOf(event);
      if (selects(path)) activate(path);
    },
    onKeyDown(event) {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      const path = pathOf(event);
      if (!selects(path) || path[0].matches(CLICKS)) return;
      event.preventDefault();
      activate(path);
    },
  };
}

/** The elements from where an event began out to the root that handles it, across the borders of shadow trees. */
function pathOf({ nativeEvent, currentTarget }: SyntheticEvent): readonly Element[] {
  const path = nativeEvent.composedPath();
  return path.slice(0, path.indexOf(currentTarget) + 1).filter((target) => target instanceof Element);
}

const attributeAt = (path: readonly Element[], name: string): string | null =>
  path.find((element) => element.hasAttribute(name))?.getAttribute(name) ?? null;

const selects = (path: readonly Element[]): boolean => attributeAt(path, 'data-select') !== null;

/** The slot that the innermost element denotes; a pre-activation counts as its layer. */
function signalAt(path: readonly Element[]): string | null {
  const keys = attributeAt(path, 'data-signal');
  return keys === null ? null : layerKey(keys.split(' ')[0]);
}
