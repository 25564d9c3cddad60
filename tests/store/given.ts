import type { Inputs, OutputHead } from '../../src/io/moment.ts';
import { type GivenWeights, givenWeights } from '../../src/io/weights.ts';
import { createDerive } from '../../src/store/derive.ts';

/** The inputs with these weights, given for their own cell as in a link. */
export function withGiven(inputs: Inputs, given: Partial<Pick<GivenWeights, 'values' | 'head' | 'learned'>>): Inputs {
  const { initialisation } = inputs.weights;
  return { ...inputs, weights: givenWeights(inputs, { values: {}, origin: 'opened', initialisation, ...given }) };
}

/** The inputs with their own weights and a head. */
export function withHead(inputs: Inputs, head: OutputHead | null): Inputs {
  return withGiven(inputs, { values: createDerive()(inputs).parameters, head });
}

/** Narrows weights to given ones. */
export function givenIn({ weights }: Inputs): GivenWeights {
  if (weights.kind === 'seeded') throw new Error('These weights come from a seed');
  return weights;
}
