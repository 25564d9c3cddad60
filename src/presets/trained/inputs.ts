import type { Inputs } from '../../io/moment.ts';
import { architectureOf, networkOf, readModel } from '../../training/modelFile.ts';
import { trainedOf } from './catalogue.ts';
import { TRAINED } from './id.ts';

/** The model files, each fetched when it is asked for. */
const files = import.meta.glob<string>('../../../models/*.json', { query: '?raw', import: 'default' });

/** The inputs of a trained preset: its cell with the weights of its model, reading the sequence of its task. */
export async function trainedInputs(preset: string): Promise<Inputs | undefined> {
  const name = preset.slice(TRAINED.length);
  const found = trainedOf(preset);
  const text = await files[`../../../models/${name}.json`]?.();
  if (!found || text === undefined) return undefined;
  const model = readModel(text);
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
    sequence: found.task.sequence,
    preset,
  };
}
