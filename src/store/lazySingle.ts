import type { SingleRuns } from '../engine/single/forward.ts';
import { SINGLE_FROM } from '../io/limits.ts';
import { lazily } from './lazily.ts';
import { memoizeLast } from './memoizeLast.ts';

/** Loads the machine that runs in single precision; null where WebAssembly is not allowed. */
export type LoadRuns = () => Promise<SingleRuns | null>;

const load: LoadRuns = async () => (await import('../engine/single/forward.ts')).loadSingleRuns();

/**
 * Loads the single-precision machine when a program of 32 units or more first asks for it, and calls `onLoad` once it is
 * there. Until then, and where it cannot be loaded, there is none.
 */
export function lazySingle(onLoad: () => void, loadRuns: LoadRuns = load): SingleRuns {
  const loaded = lazily(async () => {
    const runs = await loadRuns();
    return runs && memoizeLast(runs);
  }, onLoad);
  return (program) => (program.sizes.H < SINGLE_FROM ? null : (loaded()?.(program) ?? null));
}
