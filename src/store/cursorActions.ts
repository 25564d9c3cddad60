import type { Clock } from './clock.ts';
import type { Core } from './core.ts';
import { clampedCursor, extentAmong, isAtEnd, selectionAmong, stepped } from './cursor.ts';
import { guesses, openGuess } from './guess.ts';
import { durationOf, type PlayheadControl } from './playhead.ts';
import type { Cursor, Granularity } from './state.ts';

/** Moving through time, and what the reader asks about. None of it changes a number. */
export interface CursorActions {
  /** One step on (1) or back (−1); without a granularity, the chosen one. Stops playing. */
  step(direction: 1 | -1, granularity?: Granularity): void;
  /** To a timestep with `position` signals computed (default: all); out of bounds means the nearest end. `jump`: without motion. */
  goTo(t: number, position?: number, motion?: 'run' | 'jump'): void;
  /** Lets the cursor go no further than this until it is given null. */
  setUntil(until: Cursor | null): void;
  /** Goes on past the guess that the reader has made. */
  commitGuess(): void;
  /** The reader is at the guess past which a step was tried. */
  endReminder(): void;
  /** Goes back to the point at which nothing is computed. */
  first(): void;
  /** Goes on to the point at which everything is computed. */
  last(): void;
  /** Goes on by the chosen granularity until the end; at the end it begins anew. */
  play(): void;
  pause(): void;
  /** The signal (or none) and the unit asked about; without a unit, the same one. Unknown signals are none. */
  select(signal: string | null, unit?: number): void;
  hover(signal: string | null): void;
}

/** Milliseconds at normal pace that playing rests after a step. */
const REST = 300;

/** The actions that move the cursor, driven by the clock; `halt` stops all motion. */
export function cursorActions(core: Core, playhead: PlayheadControl, clock: Clock): CursorActions & { halt(): void } {
  let cancelFrame: (() => void) | null = null;
  let stopListening: (() => void) | null = null;
  let last = 0;
  /** Milliseconds at normal pace until playing takes its next step. */
  let wait = 0;

  const extent = () => extentAmong(core.runs(), core.get().until);
  const atEnd = (): boolean => isAtEnd(core.get().cursor, extent());

  const tick = (now: number): void => {
    cancelFrame = null;
    const elapsed = Math.max(0, now - last) * core.get().view.speed;
    last = Math.max(last, now);
    playhead.advance(elapsed);
    wait -= elapsed;
    if (core.get().playing && !playhead.moving) {
      if (atEnd()) pause();
      else if (wait <= 0) advance();
    }
    run();
  };
  const run = (): void => {
    if (!core.get().playing) forgetHidden();
    if (cancelFrame || !(playhead.moving || core.get().playing)) return;
    cancelFrame = clock.frame(tick);
  };
  /** Frames begin to come: time counts from now on. */
  const start = (): void => {
    if (!cancelFrame) last = clock.now();
    run();
  };
  /** Stops at a guess that has to be made first, and reminds the reader of it; false if there is none. */
  const stopAtGuess = (): boolean => {
    if (!openGuess(core.get(), core.derived())) return false;
    core.set({ reminding: true });
    pause();
    return true;
  };
  /** A step as long as the chosen one; where stages are guessed, no longer than a stage. */
  const lengthOf = (chosen: Granularity): Granularity =>
    chosen === 'timestep' && guesses(core.get()) ? 'stage' : chosen;
  const advance = (): void => {
    if (stopAtGuess()) return;
    const { cursor, view } = core.get();
    const bounds = extent();
    const next = stepped(cursor, 1, lengthOf(view.granularity), bounds);
    const from = next.t === cursor.t ? cursor.position : 0;
    wait = durationOf(next.position - from, bounds.N) + REST;
    core.moveTo(next, true);
  };
  const forgetHidden = (): void => {
    stopListening?.();
    stopListening = null;
  };
  const pause = (): void => {
    forgetHidden();
    if (core.get().playing) core.set({ playing: false });
  };
  const goTo = (t: number, position = Number.POSITIVE_INFINITY, motion: 'run' | 'jump' = 'run'): void => {
    core.moveTo(withoutGuesses(clampedCursor({ t, position }, extent())), motion === 'run');
    wait = REST;
    start();
  };
  /** Shortens a jump ahead so that it passes no stage that the reader still has to guess. */
  const withoutGuesses = (to: Cursor): Cursor => {
    const state = core.get();
    const { t, position } = state.cursor;
    if (!guesses(state) || to.t < t || (to.t === t && to.position <= position)) return to;
    return to.t === t ? state.cursor : { t: to.t, position: 0 };
  };
  return {
    step(direction, granularity = core.get().view.granularity) {
      pause();
      if (direction > 0 && stopAtGuess()) return;
      core.moveTo(
        stepped(core.get().cursor, direction, direction > 0 ? lengthOf(granularity) : granularity, extent()),
        true,
      );
      start();
    },
    goTo,
    setUntil(until) {
      core.set({ until });
      core.moveTo(core.get().cursor, false);
    },
    commitGuess() {
      const { cursor } = core.get();
      const guess = openGuess(core.get(), core.derived());
      if (!guess) return;
      core.set({ guessed: cursor });
      core.moveTo({ t: guess.t, position: guess.end }, true);
      start();
    },
    endReminder: () => core.set({ reminding: false }),
    first: () => goTo(1, 0, 'jump'),
    last: () => goTo(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 'jump'),
    play() {
      if (core.get().playing || extent().T === 0) return;
      if (atEnd()) core.moveTo({ t: 1, position: 0 }, false);
      core.set({ playing: true });
      forgetHidden();
      stopListening = clock.onHidden?.(pause) ?? null;
      wait = 0;
      start();
    },
    pause,
    select(signal, unit = core.get().selection.unit) {
      core.set({ selection: selectionAmong({ signal, unit }, core.runs()) });
    },
    hover(signal) {
      const known = selectionAmong({ signal, unit: 0 }, core.runs()).signal;
      if (core.get().hover !== known) core.set({ hover: known });
    },
    halt() {
      pause();
      core.moveTo(core.get().cursor, false);
      cancelFrame?.();
      cancelFrame = null;
    },
  };
}
