import { lengthOf, sizesOf } from '../cell/sizes.ts';
import { chosenCell } from './cellChoice.ts';
import { encode } from './encode.ts';
import type { Inputs, Variation } from './moment.ts';
import { isHome } from './weights.ts';

/** The fields that a preset gives to a run that reads the sequence of the first. */
export const networkFields = ['cell', 'options', 'H', 'weights', 'initial'] as const;

/** The names of the fields that a run beside the first can vary. */
export const variedFields = [...networkFields, 'sequence', 'interventions'] as const;

/** The inputs of a run beside the first, which takes over its weights unless it has its own. */
export function besideInputs({ beside: _, ...first }: Inputs, variation: Variation): Inputs {
  const inputs = { ...first, ...variation };
  const { weights } = inputs;
  if (variation.weights || weights.kind === 'seeded' || isHome(inputs, weights.home)) return inputs;
  const { cell, options, H } = inputs;
  const sizes = sizesOf(encode(inputs.sequence).D, H);
  const whole = chosenCell(inputs).parameters.every(
    (parameter) => weights.values[parameter.name]?.length === lengthOf(parameter, sizes),
  );
  // the head reads them as well where nothing of the cell is random
  const home = whole ? { cell, options, H } : weights.home;
  return { ...inputs, weights: { ...weights, origin: 'hand', preset: null, home } };
}

/** The same inputs with another set of runs beside them. */
export function withBeside({ beside: _, ...inputs }: Inputs, beside: readonly Variation[]): Inputs {
  return beside.length === 0 ? inputs : { ...inputs, beside };
}
