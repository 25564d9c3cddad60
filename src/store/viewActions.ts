import { MAX_VALUE } from '../io/limits.ts';
import type { Core } from './core.ts';
import { beforeStage, guesses } from './guess.ts';
import type { Granularity, Part, Theme, View, Zoom } from './state.ts';

/** The actions that change the view. */
export interface ViewActions {
  setShows(shows: View['shows']): void;
  /** The output asked about; null for the likeliest. */
  setOutput(output: number | null): void;
  /** The timestep whose output is differentiated; null for the last. */
  setOutputAt(t: number | null): void;
  /** Sets the difference beyond which two runs part; ignores anything but a number from 0. */
  setThreshold(threshold: number): void;
  setZoom(zoom: Zoom): void;
  setChain(chain: View['chain']): void;
  setGranularity(granularity: Granularity): void;
  /** Held within 0.25 … 4. */
  setSpeed(speed: number): void;
  setTheme(theme: Theme): void;
  setMotion(motion: View['motion']): void;
  setHotkeys(hotkeys: boolean): void;
  /** Turns guessing before every stage on or off, beginning with the stage shown. */
  setGuess(guess: boolean): void;
  hide(part: Part): void;
  show(part: Part): void;
}

/** The speeds on offer, slowest first. */
export const speeds: readonly number[] = [0.25, 0.5, 1, 2, 4];

/** The actions that change how the picture looks. */
export function viewActions(core: Core): ViewActions {
  const change = (part: Partial<View>): void => core.set({ view: { ...core.get().view, ...part } });
  const without = (part: Part): readonly Part[] => core.get().view.hidden.filter((hidden) => hidden !== part);
  return {
    setShows: (shows) => change({ shows }),
    setOutput: (output) => change({ output }),
    setOutputAt: (outputAt) => change({ outputAt }),
    setThreshold(threshold) {
      if (threshold >= 0 && threshold <= MAX_VALUE) change({ threshold });
    },
    setZoom: (zoom) => change({ zoom }),
    setChain: (chain) => change({ chain }),
    setGranularity: (granularity) => change({ granularity }),
    setSpeed(speed) {
      if (!Number.isNaN(speed)) change({ speed: Math.min(4, Math.max(0.25, speed)) });
    },
    setTheme: (theme) => change({ theme }),
    setMotion: (motion) => change({ motion }),
    setHotkeys: (hotkeys) => change({ hotkeys }),
    setGuess(guess) {
      change({ guess });
      if (!guesses(core.get())) return;
      core.set({ guessed: null });
      core.moveTo(beforeStage(core.get().cursor, core.derived().stages), false);
    },
    hide: (part) => change({ hidden: [...without(part), part] }),
    show: (part) => change({ hidden: without(part) }),
  };
}
