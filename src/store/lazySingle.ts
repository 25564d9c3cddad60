import type { SingleRuns } from '../engine/single/forward.ts';
import { SINGLE_FROM } from '../io/limits.ts';
import { memoizeLast } from './memoizeLast.ts';

/** Loads the machine that runs in single precision; null where WebAssembly is not allowed. */
export type LoadRuns = () => Promise<SingleRuns | null>;

const load: LoadRuns = async () => (await import('../engine/single/forward.ts')).loadSingleRuns();

/**
 * Loads the single-precision machine when a program of 32 units or more first asks for it, and calls `onLoad` once it is
 * there. Until then, and where it cannot be loaded, there is none.
 */
export function lazySingle(onLoad: () => void, loadRuns: LoadRuns = load): SingleRuns {
  let runs: SingleRuns = () => null;
  let asked = false;
  const ask = async (): Promise<void> => {
    try {
      const loaded = await loadRuns();
      if (!loaded) return;
      runs = memoizeLast(loaded);
      onLoad();
    } catch {
      // without it everything is computed in float64
    }
  };
  return (program) => {
    if (program.sizes.H < SINGLE_FROM) return null;
    if (!asked) void ask();
    asked = true;
    return runs(program);
  };
}
