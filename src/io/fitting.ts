import { lengthOf, sizesOf } from '../cell/sizes.ts';
import type { Parameters } from '../engine/parameters.ts';
import { chosenCell } from './cellChoice.ts';
import type { Inputs, OutputHead } from './moment.ts';
import type { EncodedSequence } from './sequence.ts';

interface Given extends Pick<Inputs, 'initial'> {
  readonly values: Parameters;
  readonly head: OutputHead | null;
}

/** The given parameters, initial states and head without what does not fit this cell and its sizes; what fits as a whole is the same object. */
export function fitting(
  { cell, options, H }: Pick<Inputs, 'cell' | 'options' | 'H'>,
  { D }: EncodedSequence,
  { values, initial, head }: Given,
  notices: string[],
): Given {
  const { parameters, states } = chosenCell({ cell, options });
  const sizes = sizesOf(D, H);
  const lengths = {
    weights: new Map(parameters.map((p) => [p.name, lengthOf(p, sizes)])),
    initial: new Map(states.map((state) => [state.id, sizes[state.dim]])),
  };
  const kept = (given: Parameters, key: keyof typeof lengths): Parameters => {
    const entries = Object.entries(given);
    const fits = entries.filter(([name, numbers]) => {
      const length = lengths[key].get(name);
      if (length === undefined || length === numbers.length) return true;
      notices.push(`“${key}”: ${name} has ${numbers.length} values, but this cell needs ${length}; it was left out.`);
      return false;
    });
    return fits.length === entries.length ? given : Object.fromEntries(fits);
  };
  const misfit = head && misfitOf(head, H);
  if (misfit) notices.push(`“head” ${misfit}; it was left out.`);
  return { values: kept(values, 'weights'), initial: kept(initial, 'initial'), head: misfit ? null : head };
}

/** Returns why a head cannot read H units, as the end of a sentence that begins with the head's name; null if it can. */
export function misfitOf({ outputs, W, b }: OutputHead, H: number): string | null {
  const K = outputs.length;
  if (K > 0 && W.length === K * H && b.length === K) return null;
  return `has ${W.length} weights and ${b.length} biases, but ${K} outputs of ${H} units need ${K * H} and ${K}`;
}
