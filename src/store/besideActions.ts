import { besideInputs, withBeside } from '../io/beside.ts';
import { MAX_BESIDE, MAX_INTERVENTIONS } from '../io/limits.ts';
import { takesOver, variationOf } from '../io/variations.ts';
import { Refusal } from '../text/refusal.ts';
import type { EditableCore } from './editable.ts';
import { type PinList, sameList } from './pinLists.ts';
import type { Inputs, Variation } from './state.ts';

/** Changes of the runs beside the first. */
export interface BesideActions {
  /** Adds a run beside the first, or replaces the variation of the k-th (from 0). */
  setBeside(variation: Variation, k?: number, gesture?: string): void;
  /** Removes the k-th run beside the first; without a number, all of them. */
  removeBeside(k?: number): void;
  /** Swaps the first run with the k-th run beside it. */
  exchangeBeside(k: number): void;
  /** Sets the interventions of all runs, the first one first. */
  setRunInterventions(lists: readonly PinList[], gesture?: string): void;
}

/** The actions that add, vary and remove runs beside the first. */
export function besideActions(core: EditableCore): BesideActions {
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
    setRunInterventions([own = [], ...others], gesture) {
      checkCount(own, ...others);
      const varied = beside().map(({ interventions: _, ...rest }, k) => {
        const list = others[k] ?? own;
        // a run that differs in nothing else keeps a list of its own
        const follows = sameList(list, own) && Object.keys(rest).length > 0;
        return follows ? rest : { ...rest, interventions: list };
      });
      core.commit(withBeside(withInterventions(core.get().inputs, own), varied), gesture);
    },
  };
}

/** Throws a sentence if a run has more interventions than fit. */
export function checkCount(...lists: readonly PinList[]): void {
  if (lists.some(({ length }) => length > MAX_INTERVENTIONS))
    throw new Refusal(`A view has at most ${MAX_INTERVENTIONS} interventions. Remove one first.`);
}

/** The same inputs with other interventions. */
export function withInterventions({ interventions: _, ...inputs }: Inputs, list: PinList): Inputs {
  return list.length > 0 ? { ...inputs, interventions: list } : inputs;
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
