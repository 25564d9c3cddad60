import type { Parameters } from '../engine/parameters.ts';
import type { Inputs, OutputHead, TaskLevel } from '../io/moment.ts';
import { asPreset, givenWeights, seededWeights, type Weights, type WeightsHome } from '../io/weights.ts';

/** Arrays of plain numbers by name. */
type Numbers = Readonly<Record<string, readonly number[]>>;

/** The inputs of a preset in JSON: data, not code. */
export interface WrittenInputs extends WeightsHome, Pick<Inputs, 'sequence'>, Pick<Weights, 'initialisation'> {
  /** Missing where all weights are drawn from the seed. */
  readonly values?: Numbers;
  readonly head?:
    | (Pick<OutputHead, 'outputs' | 'asks'> & { readonly W: readonly number[]; readonly b: readonly number[] })
    | null;
  /** Missing or null where the weights were set by hand. */
  readonly learned?: TaskLevel | null;
}

const typed = (numbers: Numbers): Parameters =>
  Object.fromEntries(Object.entries(numbers).map(([name, values]) => [name, Float64Array.from(values)]));

/** The inputs that were written, under the id of their preset. */
export function inputsIn(
  { values, head = null, learned = null, initialisation, sequence, ...chosen }: WrittenInputs,
  id: string,
): Inputs {
  const weights = values
    ? givenWeights(chosen, {
        values: typed(values),
        head: head && { ...head, W: Float64Array.from(head.W), b: Float64Array.from(head.b) },
        origin: learned ? 'opened' : 'hand',
        learned,
        initialisation,
      })
    : seededWeights(initialisation);
  return asPreset({ ...chosen, weights, initial: {}, sequence }, id);
}
