import { inDigits } from '../text/digits.ts';
import { rangeScale, type Scale, scaled, standardScale } from '../text/scales.ts';
import type { EncodedSequence, Scaling, Sequence } from './sequence.ts';
import { tokensOf, vocabularyOf } from './tokens.ts';

/**
 * The sequence as T·D numbers. Text is one-hot over its vocabulary (a token outside a fixed vocabulary is a row of
 * zeros); numbers are scaled column by column. An empty sequence has T = 0 and D ≥ 1.
 */
export function encode(sequence: Sequence): EncodedSequence {
  return sequence.kind === 'text' ? encodeText(sequence) : encodeNumbers(sequence);
}

/**
 * The sequence of another run of the same cell, in the inputs and scales of the first; null where it has another kind,
 * other tokens or another number of timesteps.
 */
export function encodeBeside({ features, scales, tokens }: EncodedSequence, other: Sequence): EncodedSequence | null {
  const text = other.kind === 'text';
  if (text !== (scales.length === 0)) return null;
  if (!text && !(other.columns.length === scales.length && other.rows.every((row) => row.length === scales.length)))
    return null;
  const encoded = text ? encodeText({ ...other, vocabulary: features }) : encodeNumbers(other, scales);
  const known = !text || encoded.tokens.every((token) => features.includes(token));
  return known && encoded.tokens.length === tokens.length ? encoded : null;
}

/** True if two lists of features have the same names in the same order. */
export function sameFeatures(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((feature, k) => feature === b[k]);
}

function encodeText({ text, unit, vocabulary }: Sequence & { kind: 'text' }): EncodedSequence {
  const tokens = tokensOf(text, unit);
  const known = vocabulary ?? vocabularyOf(tokens);
  const features = known.length > 0 ? known : [''];
  const D = features.length;
  const index = new Map(features.map((token, k) => [token, k]));
  const x = new Float64Array(tokens.length * D);
  for (const [t, token] of tokens.entries()) {
    const k = index.get(token);
    if (k !== undefined) x[t * D + k] = 1;
  }
  return { tokens, labels: null, features, D, x, scales: [] };
}

const scaleBy: Readonly<Record<Scaling, (values: readonly number[]) => Scale>> = {
  none: () => ({ offset: 0, factor: 1 }),
  standard: standardScale,
  range: rangeScale,
};

function encodeNumbers(
  { columns, rows, scaling, labels }: Sequence & { kind: 'numbers' },
  given?: readonly Scale[],
): EncodedSequence {
  const features = columns.length > 0 ? columns : ['value'];
  const D = features.length;
  const scales = given ?? features.map((_, k) => scaleBy[scaling](rows.map((row) => row[k])));
  const x = new Float64Array(rows.length * D);
  for (const [t, row] of rows.entries()) for (let k = 0; k < D; k++) x[t * D + k] = scaled(row[k], scales[k]);
  return { tokens: rows.map(labelOf), labels: labels ?? null, features, D, x, scales };
}

const labelOf = (row: readonly number[]): string => rowText(row, 3);

/** The numbers of one timestep in few digits, at most so many of them. */
export function rowText(row: readonly number[], most: number): string {
  const shown = row.slice(0, most).map((value) => inDigits(value, 3));
  return row.length > most ? `${shown.join(', ')}, …` : shown.join(', ');
}
