import { type RefObject, useContext, useEffect, useEffectEvent } from 'react';
import { idOfKey, layerKey } from '../../cell/slot.ts';
import { useInstance } from '../../store/context.tsx';
import type { Gatescope } from '../../store/gatescope.ts';
import { ownsKey } from '../controls/ownsKey.ts';
import { EarlyPressContext } from '../earlyPress.ts';
import type { Begun } from './begun.ts';
import { onLongPress, type Point } from './longPress.ts';

/** Strips and tokens, which have a column for each timestep. */
const TIMED = '.timeline-strip canvas, .token-strip-scroll';

/** The elements on which a press can begin an intervention: those that denote a signal, and the tokens, which denote the input. */
const PRESSED = `.diagram [data-signal], ${TIMED}, .arithmetic [data-signal], math [data-signal]`;

/**
 * Listens in the instance around `place` for what begins an intervention: pressing and holding what denotes a signal, the
 * key P on it, or a button with `data-pin`. Moving on along a strip or the tokens sweeps the span of timesteps.
 */
export function useBegin(
  place: RefObject<Element | null>,
  onBegin: (begun: Begun) => void,
  /** Returns the run of a letter, where several are compared; undefined if there is none. */
  runOf?: (letter: string) => Gatescope | undefined,
): void {
  const { getState, derived } = useInstance();
  const early = useContext(EarlyPressContext);
  const begin = useEffectEvent((on: Element, key: string | null, unit: number | null, at?: DOMRect): Begun | null => {
    const known = key === null ? null : layerKey(key.split(' ')[0]);
    const run = runOf ? (on.closest('[data-run]')?.getAttribute('data-run') ?? 'A') : null;
    const of = run === null ? derived : runOf?.(run)?.derived;
    if (known === null || !of || of().tape.length === 0) return null;
    if (known !== 'x' && !of().cell.signals.some(({ id }) => id === idOfKey(known))) return null;
    const begun: Begun = { key: known, unit, pin: null, run, anchor: at ?? on.getBoundingClientRect(), swept: null };
    onBegin(begun);
    return begun;
  });
  const onHold = useEffectEvent((target: Element, at: Point): ((to: Point) => void) | null => {
    if (!target.closest(TIMED)) {
      begin(target, keyOf(target), unitOf(target));
      return null;
    }
    // pressing a strip or token first goes to its timestep
    clickAt(target, at);
    const anchor = new DOMRect(at.clientX, at.clientY, 1, 1);
    const strip = target.closest('canvas');
    const begun = strip
      ? begin(strip, keyOf(strip), getState().selection.unit, anchor)
      : begin(target, 'x', null, anchor);
    if (!begun) return null;
    return (to) => {
      const before = getState().cursor.t;
      // tokens are elements of their own, a strip is one canvas
      clickAt(strip ?? elementAt(place.current, to)?.closest('.token-strip-scroll *') ?? null, to);
      const { t } = getState().cursor;
      if (t !== before) onBegin({ ...begun, swept: t });
    };
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (!getState().view.hotkeys || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key.toLowerCase() !== 'p' || !(target instanceof Element) || ownsKey(target, 'p')) return;
    const focused = target.closest('[data-signal]');
    const { hover, selection } = getState();
    event.preventDefault();
    const key = focused?.getAttribute('data-signal') ?? hover ?? selection.signal ?? derived().cell.output;
    const root = place.current?.closest('[data-theme]');
    const shown = focused ?? root?.querySelector(`.diagram .node[data-signal="${key}"]`) ?? place.current;
    if (shown) begin(shown, key, focused ? unitOf(focused) : null);
  });
  useEffect(() => {
    const root = place.current?.closest<HTMLElement>('[data-theme]');
    if (!root) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    const first = early?.current ?? null;
    if (early) early.current = undefined;
    const stop = onLongPress(root, { pressed: pressedBy, onHold: (target, at) => onHold(target, at), early: first });
    const onClick = (event: MouseEvent): void => {
      const button = event.composedPath().find((e) => e instanceof Element && e.hasAttribute('data-pin'));
      if (button instanceof Element) begin(button, keyOf(button), unitOf(button));
    };
    root.addEventListener('click', onClick, { signal });
    root.addEventListener('keydown', (event) => onKey(event), { signal });
    // without focus, keys belong to the instance that fills the page
    if (root.parentElement?.parentElement === document.body)
      document.addEventListener('keydown', (event) => event.target === document.body && onKey(event), { signal });
    return () => {
      listeners.abort();
      stop();
    };
  }, [place, early]);
}

function pressedBy(target: EventTarget): Element | null {
  return target instanceof Element && target.closest(PRESSED) && !target.closest('.neighbour') ? target : null;
}

/** Goes to the timestep at a point of a strip or the tokens; a click on the token that is read already would edit it. */
function clickAt(target: Element | null, { clientX, clientY }: Point): void {
  if (target && !target.closest('[aria-current]'))
    target.dispatchEvent(new MouseEvent('click', { clientX, clientY, bubbles: true, composed: true }));
}

function elementAt(inside: Element | null, { clientX, clientY }: Point): Element | null {
  const root = inside?.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.elementFromPoint(clientX, clientY) : null;
}

const keyOf = (element: Element): string | null =>
  element.closest('[data-signal]')?.getAttribute('data-signal') ?? null;

/** Unit of a pressed number; a lane of the picture counts as the whole signal. */
function unitOf(element: Element): number | null {
  const unit = element.closest('.diagram') ? null : element.closest('[data-unit]')?.getAttribute('data-unit');
  return unit === null || unit === undefined ? null : Number(unit);
}
