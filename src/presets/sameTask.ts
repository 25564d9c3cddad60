import { encode, sameFeatures } from '../io/encode.ts';
import type { Inputs } from '../io/moment.ts';
import { asPreset } from '../io/weights.ts';
import { firstLetterInputs, isFirstLetter } from './firstLetter.ts';
import { TRAINED } from './ids.ts';
import { inputsOf } from './index.ts';
import { catalogue } from './trained/catalogue.ts';

/**
 * The inputs that show another cell on the task of these weights, reading what is read now; undefined where no weights
 * of that cell are shipped for it, or where these weights have no task. Rejects where weights cannot be fetched.
 */
export async function sameTaskIn(cell: string, inputs: Inputs): Promise<Inputs | undefined> {
  const { weights, sequence } = inputs;
  if (weights.kind === 'seeded') return undefined;
  if (isFirstLetter(inputs) && sequence.kind === 'text') return firstLetterInputs(cell, sequence) ?? undefined;
  // weights that were changed by hand or trained here are the reader's own: other cells take over what they share
  if (weights.origin !== 'opened' || !weights.learned) return undefined;
  const { task } = weights.learned;
  const model = catalogue.find(({ id }) => id === task)?.cells.find((one) => one.cell === cell)?.model;
  const shipped = model === undefined ? undefined : await inputsOf(`${TRAINED}${model}`);
  if (!shipped) return undefined;
  const fits = sameFeatures(encode(sequence).features, encode(shipped.sequence).features);
  if (!fits) return shipped;
  const read = { ...shipped, sequence };
  // the sequence of the first visit is a bundled copy
  const own = JSON.stringify(sequence) === JSON.stringify(shipped.sequence);
  return own ? asPreset(read, `${TRAINED}${model}`) : read;
}
