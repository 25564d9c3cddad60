import { lengthOf, sizesOf } from '../cell/sizes.ts';
import { chosenCell } from './link.ts';
import type { Inputs } from './moment.ts';
import type { EncodedSequence } from './sequence.ts';

/** The given parameters and initial states without those whose lengths do not fit this cell and its sizes. */
export function fitting(
  { cell, options, H }: Pick<Inputs, 'cell' | 'options' | 'H'>,
  { D }: EncodedSequence,
  edited: Inputs['edited'],
  initial: Inputs['initial'],
  notices: string[],
): Pick<Inputs, 'edited' | 'initial'> {
  const { parameters, states } = chosenCell({ cell, options });
  const sizes = sizesOf(D, H);
  const lengths = {
    weights: new Map(parameters.map((p) => [p.name, lengthOf(p, sizes)])),
    initial: new Map(states.map((state) => [state.id, sizes[state.dim]])),
  };
  const kept = (values: Inputs['edited'], key: keyof typeof lengths): Inputs['edited'] =>
    Object.fromEntries(
      Object.entries(values).filter(([name, numbers]) => {
        const length = lengths[key].get(name);
        const fits = length === undefined || length === numbers.length;
        if (!fits)
          notices.push(
            `“${key}”: ${name} has ${numbers.length} values, but this cell needs ${length}; it was left out.`,
          );
        return fits;
      }),
    );
  return { edited: kept(edited, 'weights'), initial: kept(initial, 'initial') };
}
