import { besideInputs, withBeside } from '../io/beside.ts';
import { MAX_BESIDE } from '../io/limits.ts';
import { takesOver, variationOf } from '../io/variations.ts';
import { Refusal } from '../text/refusal.ts';
import type { Core } from './core.ts';
import type { Inputs, Variation } from './state.ts';

/** Changes of the runs beside the first. */
export interface BesideActions {
  /** Adds a run beside the first, or replaces the variation of the k-th (from 0). */
  setBeside(variation: Variation, k?: number, gesture?: string): void;
  /** Removes the k-th run beside the first; without a number, all of them. */
  removeBeside(k?: number): void;
  /** Swaps the first run with the k-th run beside it. */
  exchangeBeside(k: number): void;
}

/** The actions that add, vary and remove runs beside the first. */
export function besideActions(core: Core): BesideActions {
  const beside = (): readonly Variation[] => core.get().inputs.beside ?? [];
  return {
    setBeside(variation, k = beside().length, gesture) {
      if (k >= MAX_BESIDE) throw new Refusal(`There is room for ${MAX_BESIDE + 1} runs. Remove one of them first.`);
      core.commit(withBeside(core.get().inputs, beside().toSpliced(k, 1, variation)), gesture);
    },
    removeBeside(k) {
      if (beside().length > 0)
        core.commit(withBeside(core.get().inputs, k === undefined ? [] : beside().toSpliced(k, 1)));
    },
    exchangeBeside(k) {
      const { inputs } = core.get();
      const all = beside().map((variation) => besideInputs(inputs, variation));
      const { other, ...rest } = ownNetwork(inputs, k);
      // another sequence is as long as the one beside which it was chosen
      const first = other && rest.sequence === inputs.sequence ? { ...rest, other } : rest;
      if (!all[k]) return;
      core.commit(
        withBeside(
          first,
          all.with(k, inputs).map((other) => variationOf(first, other)),
        ),
      );
    },
  };
}

/** The inputs of the k-th run beside the first, to be the first itself: weights that are taken over were not learned in it. */
function ownNetwork(first: Inputs, k: number): Inputs {
  const variation = first.beside?.[k];
  if (!variation) return first;
  const inputs = besideInputs(first, variation);
  const { weights } = inputs;
  return weights.kind === 'given' && takesOver(first, variation)
    ? { ...inputs, weights: { ...weights, learned: null } }
    : inputs;
}
