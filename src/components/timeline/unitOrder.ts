import type { Tape } from '../../engine/tape.ts';

/** The orders of units from top to bottom; the words are those of the menu. */
export const unitOrders = {
  index: 'number',
  mean: 'mean, highest first',
  variance: 'variance, highest first',
  similarity: 'similarity (first principal component)',
} as const;
/** The name of an order of units. */
export type UnitOrder = keyof typeof unitOrders;

/** Longer sequences are sampled evenly: the order of rows needs no more. */
const samples = 2000;

/** The units of a signal in the wanted order; equal ones by number, those with values that are not finite last. */
export function orderOf(tape: Tape, signal: string, order: UnitOrder): readonly number[] {
  const { size } = tape.slot(signal);
  const units = Array.from({ length: size }, (_, unit) => unit);
  if (order === 'index' || tape.length === 0) return units;
  const rows = units.map((unit) => sampled(tape, signal, unit));
  const score = order === 'mean' ? rows.map(mean) : order === 'variance' ? rows.map(variance) : principalLoadings(rows);
  const rank = (unit: number): number => (Number.isFinite(score[unit]) ? score[unit] : Number.NEGATIVE_INFINITY);
  return units.sort((a, b) => (rank(a) === rank(b) ? a - b : rank(b) - rank(a)));
}

function sampled(tape: Tape, signal: string, unit: number): Float64Array {
  const { offset } = tape.slot(signal);
  const count = Math.min(samples, tape.length);
  return Float64Array.from({ length: count }, (_, k) => {
    const t = 1 + Math.floor((k * tape.length) / count);
    return tape.data[t * tape.program.frameSize + offset + unit];
  });
}

const mean = (row: Float64Array): number => row.reduce((sum, v) => sum + v, 0) / row.length;

function variance(row: Float64Array): number {
  const m = mean(row);
  return row.reduce((sum, v) => sum + (v - m) ** 2, 0) / row.length;
}

/** The weight of each unit in the first principal component, by power iteration; units that move together lie together. */
export function principalLoadings(rows: readonly Float64Array[]): number[] {
  const centred = rows.map((row) => {
    const m = mean(row);
    return row.map((v) => (Number.isFinite(m) ? v - m : 0));
  });
  let weights = centred.map((row, unit) => Math.sqrt(variance(row)) * (1 + unit / (17 * rows.length)));
  for (let pass = 0; pass < 60; pass++) {
    const component = new Float64Array(centred[0]?.length ?? 0);
    centred.forEach((row, unit) => {
      for (let k = 0; k < row.length; k++) component[k] += weights[unit] * row[k];
    });
    const next = centred.map((row) => row.reduce((sum, v, k) => sum + v * component[k], 0));
    const norm = Math.hypot(...next);
    if (norm === 0) break;
    weights = next.map((w) => w / norm);
  }
  const strongest = weights.reduce((best, w) => (Math.abs(w) > Math.abs(best) ? w : best), 0);
  return weights.map((w, unit) => (Number.isFinite(mean(rows[unit])) ? w * (Math.sign(strongest) || 1) : Number.NaN));
}

/** The units (from 0) that a list such as “1–4, 9” names, or null for all; parts that name no unit are left out. */
export function unitsOf(text: string, size: number): readonly number[] | null {
  const chosen = new Set<number>();
  for (const part of text.slice(0, 400).split(/[,;\s]+/)) {
    const [, first, last] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(part) ?? [];
    if (first === undefined) continue;
    const [low, high] = [Number(first), Number(last ?? first)].sort((a, b) => a - b);
    for (let unit = Math.max(1, low); unit <= Math.min(size, high); unit++) chosen.add(unit - 1);
  }
  return chosen.size > 0 ? [...chosen] : null;
}
