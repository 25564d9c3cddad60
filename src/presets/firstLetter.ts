import { cellOf } from '../cell/cell.ts';
import { sizesOf } from '../cell/sizes.ts';
import { declarationOf } from '../cells/index.ts';
import { parametersFrom } from '../engine/parameters.ts';
import { encode, sameFeatures } from '../io/encode.ts';
import type { Inputs, OutputHead } from '../io/moment.ts';
import { type Text, tokensOf, vocabularyOf } from '../io/tokens.ts';
import { asPreset, givenAtHome, givenWeights } from '../io/weights.ts';
import { FIRST_LETTER } from './ids.ts';
import { OPEN, type Weights } from './preset.ts';

const alphabet = [...'abcdefghijklmnopqrstuvwxyz', ' '];
/** Units that write the code of a token: 5 tell 32 tokens apart. */
const FEWEST_BITS = 5;
/** The distance between the outputs of two codes, per differing bit. */
const SHARP = 10;

/** Entry (r, c) of a matrix of so many rows and columns. */
const matrix = (rows: number, columns: number, at: (r: number, c: number) => number): readonly (readonly number[])[] =>
  Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => at(r, c)));

/** Bit `bit` of the code of token `token`, as −1 or 1. */
const code = (token: number, bit: number): number => ((token >> bit) & 1 ? 1 : -1);

/** The bits that tell D tokens apart. */
const bitsFor = (D: number): number => Math.max(FEWEST_BITS, 32 - Math.clz32(D - 1));

/** The size of a construction: D tokens in `bits` units that store a code, and one more that is 1 as soon as the code is complete. */
interface Size {
  readonly D: number;
  readonly bits: number;
}

const filled = (length: number, value: number): readonly number[] => Array.from({ length }, () => value);

/** Writes the code of the token that is read; the last unit always writes 1. */
const candidate = (W: string, b: string, { D, bits }: Size): Weights => ({
  [W]: matrix(bits + 1, D, (r, c) => (r < bits ? OPEN * code(c, r) : 0)),
  [b]: [...filled(bits, 0), OPEN],
});

/** A gate that is open (1) or shut (−1) at first, and the other way once the last unit is full. */
const once = (U: string, b: string, { bits }: Size, open: 1 | -1): Weights => ({
  [U]: matrix(bits + 1, bits + 1, (_, c) => (c === bits ? -3 * OPEN * open : 0)),
  [b]: filled(bits + 1, OPEN * open),
});

const always = (b: string, { bits }: Size): Weights => ({ [b]: filled(bits + 1, OPEN) });

const lstm = (size: Size): Weights => ({
  ...candidate('W_C', 'b_C', size),
  ...once('U_i', 'b_i', size, 1),
  ...always('b_f', size),
  ...always('b_o', size),
});

/** The weights by cell. Each holds the code of the first token, whatever follows; a plain RNN by pulling itself to ±1. */
const constructions: Readonly<Record<string, (size: Size) => Weights>> = {
  rnn: ({ D, bits }) => ({
    W_h: matrix(bits, D, (r, c) => code(c, r)),
    U_h: matrix(bits, bits, (r, c) => (r === c ? OPEN : 0)),
  }),
  lstm,
  // the last unit shuts its own input gate by its peephole, the others by its hidden state as in an LSTM
  peephole: (size) => ({
    ...lstm(size),
    U_i: matrix(size.bits + 1, size.bits + 1, (r, c) => (c === size.bits && r < size.bits ? -3 * OPEN : 0)),
    p_i: [...filled(size.bits, 0), -3 * OPEN],
  }),
  coupled: (size) => ({ ...candidate('W_C', 'b_C', size), ...once('U_f', 'b_f', size, -1), ...always('b_o', size) }),
  gru: (size) => ({ ...candidate('W_h', 'b_h', size), ...once('U_z', 'b_z', size, 1), ...always('b_r', size) }),
};

/** The cells that can be set by hand to name the first token. */
export const firstLetterCells: readonly string[] = Object.keys(constructions);

/** Compares two words as a dictionary does, in the same way on every machine. */
function byAlphabet(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : 1;
}

/**
 * The text over a vocabulary whose order does not follow the text, so that another text gives other numbers: a to z and
 * the space, whereupon other characters join as they appear; of words, those of the text and the full stop by alphabet.
 */
export function firstLetterText({ text, unit }: Pick<Text, 'text' | 'unit'>): Text {
  const tokens = vocabularyOf(tokensOf(text, unit));
  const vocabulary =
    unit === 'words' ? vocabularyOf(['.', ...tokens]).toSorted(byAlphabet) : vocabularyOf([...alphabet, ...tokens]);
  return { kind: 'text', text, unit, vocabulary };
}

/**
 * A cell set by hand that reads any text and names its first token at every timestep; null for a cell without such a
 * construction. Bits of the token's code are written once and kept; the outputs compare them with every code.
 */
export function firstLetterInputs(cell: string, sequence: Text): Inputs | null {
  const declaration = declarationOf(cell);
  const construct = Object.hasOwn(constructions, cell) ? constructions[cell] : undefined;
  if (!declaration || !construct) return null;
  const { features, D } = encode(sequence);
  const bits = bitsFor(D);
  const H = cell === 'rnn' ? bits : bits + 1;
  const chosen = { cell, options: {}, H };
  const flat = Object.entries(construct({ D, bits })).map(([name, rows]) => [name, rows.flat()] as const);
  const values = parametersFrom(cellOf(declaration), sizesOf(D, H), Object.fromEntries(flat));
  const head: OutputHead = {
    outputs: features,
    asks: 'class',
    W: Float64Array.from(matrix(D, H, (token, unit) => (unit < bits ? SHARP * code(token, unit) : 0)).flat()),
    b: new Float64Array(D),
  };
  return { ...chosen, weights: givenWeights(chosen, { values, head, origin: 'hand' }), initial: {}, sequence };
}

const example = { text: 'the cat sat on the mat', unit: 'characters' } as const;

/** The inputs of the preset with this id, on one sentence; undefined where there is no such cell. */
export function firstLetterExample(id: string): Inputs | undefined {
  const inputs = firstLetterInputs(id.slice(FIRST_LETTER.length), firstLetterText(example));
  return inputs ? asPreset(inputs, id) : undefined;
}

/** True if these inputs show such a cell, wherever they come from. */
export function isFirstLetter(inputs: Inputs): boolean {
  const given = givenAtHome(inputs);
  const { sequence, cell, H } = inputs;
  if (!given?.head || given.learned || sequence.kind !== 'text') return false;
  const { features, D } = encode(sequence);
  if (bitsFor(D) + (cell === 'rnn' ? 0 : 1) !== H || !sameFeatures(given.head.outputs, features)) return false;
  const made = firstLetterInputs(cell, sequence)?.weights;
  if (made?.kind !== 'given' || !made.head) return false;
  const same = (a: Float64Array, b: Float64Array | undefined): boolean =>
    b?.every((value, k) => value === a[k]) ?? false;
  return (
    same(made.head.W, given.head.W) &&
    Object.entries(made.values).every(([name, values]) =>
      same(values as Float64Array, given.values[name] as Float64Array),
    )
  );
}
