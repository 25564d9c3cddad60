import type { StoreApi } from 'zustand/vanilla';
import { clampedCursor, type Extent, extentAmong, isAtEnd } from './cursor.ts';
import type { Derived } from './derive.ts';
import type { PlayheadControl } from './playhead.ts';
import type { Cursor, Inputs, State } from './state.ts';

/** Shared core of an instance's actions, through which every change of its state goes. */
export interface Core {
  get(): State;
  derived(): Derived;
  /** The values derived from the present inputs for all runs, the first run first. */
  runs(): readonly Derived[];
  set(change: Partial<State>): void;
  /** Puts the cursor somewhere within bounds, running there or at once. */
  moveTo(cursor: Cursor, run: boolean, change?: Partial<State>): void;
}

/** The core of an instance of its own, on which new inputs are put. */
export interface Ground extends Core {
  /** The values derived from other inputs for all runs. */
  runsOf(inputs: Inputs): readonly Derived[];
  /** True while the playhead runs. */
  moving(): boolean;
  /** Puts the cursor somewhere within an extent, with a change of the state. */
  place(cursor: Cursor, run: boolean, extent: Extent, change: Partial<State>): void;
}

/** The shared ground of an instance's actions, over its store and its playhead. */
export function createCore(
  store: StoreApi<State>,
  runsOf: (inputs: Inputs) => readonly Derived[],
  playhead: PlayheadControl,
  animated: () => boolean,
): Ground {
  const get = store.getState;
  const runs = (): readonly Derived[] => runsOf(get().inputs);

  const place = (cursor: Cursor, run: boolean, extent: Extent, change: Partial<State>): void => {
    playhead.aim(cursor, extent.N, run && animated());
    const playing = (change.playing ?? get().playing) && (playhead.moving || !isAtEnd(cursor, extent));
    store.setState({ ...change, cursor, playing });
    playhead.announce();
  };

  return {
    get,
    derived: () => runs()[0],
    runs,
    runsOf,
    set: store.setState,
    moving: () => playhead.moving,
    place,
    moveTo(cursor, run, change = {}) {
      const extent = extentAmong(runs(), get().until);
      place(clampedCursor(cursor, extent), run, extent, change);
    },
  };
}
