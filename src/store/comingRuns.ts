import type { SingleRuns } from '../engine/single/forward.ts';
import { SINGLE_FROM } from '../io/limits.ts';
import { remembered } from './remembered.ts';

/** Fetches what runs in single precision; null where nothing may. */
export type LoadRuns = () => Promise<SingleRuns | null>;

const load: LoadRuns = async () => (await import('../engine/single/forward.ts')).loadSingleRuns();

/**
 * Runs in single precision for programs of 32 units or more. They are fetched when the first is asked for, and until
 * they have come, or where they cannot, there are none; `onCome` is called when there are.
 */
export function comingRuns(onCome: () => void, loadRuns: LoadRuns = load): SingleRuns {
  let runs: SingleRuns = () => null;
  let asked = false;
  const ask = async (): Promise<void> => {
    try {
      const loaded = await loadRuns();
      if (!loaded) return;
      runs = remembered(loaded);
      onCome();
    } catch {
      // what cannot be fetched is not needed: float64 stays
    }
  };
  return (program) => {
    if (program.sizes.H < SINGLE_FROM) return null;
    if (!asked) void ask();
    asked = true;
    return runs(program);
  };
}
