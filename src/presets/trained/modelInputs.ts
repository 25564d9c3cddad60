import type { Inputs } from '../../io/moment.ts';
import type { Sequence } from '../../io/sequence.ts';
import { architectureOf, type Model, networkOf } from '../../training/modelFile.ts';

/** The inputs that show a model of one layer reading a sequence, under the id of a preset. Throws where its weights do not fit. */
export function modelInputs(model: Model, sequence: Sequence, preset: string | null): Inputs {
  const { cell, options, H } = architectureOf(model);
  const { layers, head } = networkOf(model);
  return {
    cell,
    options,
    H,
    seed: model.settings.seed,
    gain: model.settings.gain,
    forgetBias: model.settings.forgetBias,
    edited: layers[0],
    initial: {},
    head: { outputs: model.task.outputs, asks: model.task.asks, ...head },
    sequence,
    trained: { task: model.task.id, level: model.settings.level },
    preset,
  };
}
