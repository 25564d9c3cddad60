import { browserClock, type Clock } from './clock.ts';
import type { Gatescope } from './gatescope.ts';
import type { State } from './state.ts';

/** Milliseconds that numbers stay, so that they can be read. */
const INTERVAL = 250;

/**
 * Throttles updates during training so that values stay readable: while a run changes the weights, the state of the
 * returned instance follows four times a second, a frame later than the picture so that neither waits for the other.
 * Changes by the reader are passed on at once.
 */
export function throttled(gatescope: Gatescope, clock: Pick<Clock, 'now' | 'frame'> = browserClock()): Gatescope {
  const listeners = new Set<(state: State, before: State) => void>();
  let held = gatescope.getState();
  let since = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;
  let stop: (() => void) | null = null;
  const rest = (): void => {
    cancel?.();
    cancel = null;
  };
  const show = (): void => {
    rest();
    const before = held;
    held = gatescope.getState();
    since = clock.now();
    for (const listener of [...listeners]) listener(held, before);
  };
  const follow = (state: State): void => {
    if (!state.learning || !differsInNumbersOnly(held, state)) show();
    else if (clock.now() - since >= INTERVAL) cancel ??= clock.frame(show);
  };
  return {
    ...gatescope,
    getState: () => (stop ? held : gatescope.getState()),
    subscribe(listener) {
      if (!stop) held = gatescope.getState();
      listeners.add(listener);
      stop ??= gatescope.subscribe(follow);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        rest();
        stop?.();
        stop = null;
      };
    },
  };
}

/** True if two states show the same cell and the same sequence at the same moment, with different weights at most. */
function differsInNumbersOnly(a: State, b: State): boolean {
  const sameInputs = (['cell', 'options', 'H', 'sequence', 'initial', 'interventions'] as const).every(
    (name) => a.inputs[name] === b.inputs[name],
  );
  const sameState = (['hover', 'view', 'playing', 'learning'] as const).every((name) => a[name] === b[name]);
  const sameMoment = a.cursor.t === b.cursor.t && a.cursor.position === b.cursor.position;
  const sameUnit = a.selection.signal === b.selection.signal && a.selection.unit === b.selection.unit;
  return sameInputs && sameState && sameMoment && sameUnit;
}
