import { sentenceOf } from '../text/refusal.ts';
import { type DecodedText, textOf } from './bytes.ts';
import { figureKeys, isFigure } from './figure.ts';
import { detect } from './files.ts';
import { isSafetensors, readSafetensors, type TensorFile } from './frameworks/safetensors.ts';
import { namesTorchArrays, readTensorJson } from './frameworks/tensorJson.ts';
import { readTorchWeights } from './frameworks/torchWeights.ts';
import { KNOWN_WEIGHTS } from './knownWeights.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { readNumbers } from './numbers.ts';
import { type ParametersChange, readParametersFile } from './parametersFile.ts';
import { type Reading, type Refused, refused } from './reading.ts';
import type { FileChoices } from './table/choices.ts';
import type { OnProgress } from './table/readTable.ts';
import { tapeKeys } from './tapeFile.ts';
import { readText } from './tokens.ts';
import { type FileKeys, viewKeys } from './viewFile.ts';

/** The content of a file, read without any context: plain data, so that a worker can post it. */
export type FileContent =
  /** A view, as the keys of a link. */
  | { readonly kind: 'keys'; readonly keys: Readonly<Record<string, string>> }
  | { readonly kind: 'inputs'; readonly change: ParametersChange; readonly notices: readonly string[] }
  /** A model that `npm run train` wrote. */
  | { readonly kind: 'model'; readonly text: string }
  /** A table or a text, or a question about what the file leaves open. */
  | { readonly kind: 'sequence'; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly refused: Refused };

/**
 * Reads any file that the page can open: its own figures and JSON files, tables of numbers, text. `features` are the names of the
 * inputs that are read now, `choices` the answers to questions about the file.
 */
export function fileContent(
  data: Uint8Array | string,
  features: readonly string[],
  choices: FileChoices = {},
  onProgress?: OnProgress,
): FileContent {
  if (isFigure(data)) return contentOf(figureKeys(data));
  if (typeof data !== 'string' && isSafetensors(data)) return weightsOf(() => readSafetensors(data), features);
  const read = textOf(data, MAX_FILE_BYTES);
  if (!read.ok) return { kind: 'refused', refused: read };
  const kind = detect(read.text);
  if (kind === 'model') return { kind, text: read.text };
  if (kind === 'parameters') {
    const result = readParametersFile(read.text, features, choices);
    if (result.ok === true) return { kind: 'inputs', change: result.change, notices: result.notices };
    return result.ok === false ? { kind: 'refused', refused: result } : { kind: 'sequence', reading: result };
  }
  if (kind === 'json' && namesTorchArrays(read.text)) return weightsOf(() => readTensorJson(read.text), features);
  if (kind === 'view' || kind === 'tape') return contentOf((kind === 'view' ? viewKeys : tapeKeys)(read.text));
  if (kind === 'json') {
    const reading = readNumbers(data, choices, onProgress);
    // an object that is no table may have been meant as weights
    if (reading.ok !== false || !/^\s*\{/.test(read.text)) return { kind: 'sequence', reading };
    return { kind: 'refused', refused: { ...reading, message: `${reading.message} ${KNOWN_WEIGHTS}` } };
  }
  return { kind: 'sequence', reading: kind === 'text' ? readAsText(read) : readNumbers(data, choices, onProgress) };
}

/** Weights of a framework as a change of the inputs, or the sentence on what does not fit. */
function weightsOf(read: () => TensorFile, features: readonly string[]): FileContent {
  try {
    return { kind: 'inputs', ...readTorchWeights(read(), features) };
  } catch (error) {
    return { kind: 'refused', refused: refused(sentenceOf(error)) };
  }
}

const contentOf = (keys: FileKeys): FileContent =>
  keys.ok ? { kind: 'keys', keys: keys.keys } : { kind: 'refused', refused: keys };

function readAsText({ text, notes }: DecodedText): Reading {
  if (text === '') return refused('The file is empty.');
  const reading = readText(text, 'characters');
  return reading.ok ? { ...reading, notes: [...notes, ...reading.notes] } : reading;
}
