import type { Inputs } from '../../io/moment.ts';
import { readModel } from '../../training/modelFile.ts';
import { TRAINED } from '../ids.ts';
import { trainedOf } from './catalogue.ts';
import { modelInputs } from './modelInputs.ts';

/** The model files, each fetched when it is asked for. */
const files = import.meta.glob<string>('../../../models/*.json', { query: '?raw', import: 'default' });

/** The inputs of a trained preset: its cell with the weights of its model, reading the sequence of its task. */
export async function trainedInputs(preset: string): Promise<Inputs | undefined> {
  const name = preset.slice(TRAINED.length);
  const found = trainedOf(preset);
  const text = await files[`../../../models/${name}.json`]?.();
  return found && text !== undefined ? modelInputs(readModel(text), found.task.sequence, preset) : undefined;
}
