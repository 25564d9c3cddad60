import type { Inputs } from '../../io/moment.ts';
import type { Sequence } from '../../io/sequence.ts';
import { asPreset, givenWeights } from '../../io/weights.ts';
import { architectureOf, type Model, networkOf } from '../../training/modelFile.ts';

/** The inputs that show a model of one layer reading a sequence, under the id of a preset. Throws where its weights do not fit. */
export function modelInputs(model: Model, sequence: Sequence, preset: string): Inputs {
  const { cell, options, H } = architectureOf(model);
  const { layers, head } = networkOf(model);
  const { seed, gain, forgetBias, level } = model.settings;
  const { id, outputs, asks } = model.task;
  const chosen = { cell, options, H };
  const weights = givenWeights(chosen, {
    values: layers[0],
    head: { outputs, asks, ...head },
    origin: 'opened',
    learned: { task: id, level },
    initialisation: { seed, gain, forgetBias },
  });
  return asPreset({ ...chosen, weights, initial: {}, sequence }, preset);
}
