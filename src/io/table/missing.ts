import type { MissingRemedy } from './choices.ts';

const MISSING = new Set([
  '',
  '-',
  '–',
  '—',
  '--',
  '?',
  '.',
  '..',
  '#n/a',
  'n/a',
  'na',
  'nan',
  'null',
  'nil',
  'none',
  'missing',
  '#null!',
  '#value!',
  '#div/0!',
  '(null)',
]);

/** True if a cell marks a missing value. */
export const isMissing = (cell: string): boolean => MISSING.has(cell.toLowerCase()) || /^[+-]nan$/i.test(cell);

/** Numbers that files write where there is no value. */
const SENTINELS = new Set([-9999, -999, -99, -9999.9, -999.9, -99.9, 9999, 99999, 999999, -32768, -99999, -999999]);

/**
 * A number that looks like a mark for a missing value: it is the smallest or largest of its column, and farther from all
 * others than they are from each other. Null where there is none.
 */
export function sentinelIn(values: readonly number[]): number | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const found = new Set<number>();
  for (const value of values)
    if (SENTINELS.has(value)) found.add(value);
    else {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  if (found.size === 0 || low > high) return null;
  for (const value of found) {
    const distance = value < low ? low - value : value - high;
    if (distance > high - low) return value;
  }
  return null;
}

/** Columns with values in place of NaN, and the rows that are kept (from 0). */
export function filled(
  columns: readonly (readonly number[])[],
  remedy: MissingRemedy,
): { readonly columns: readonly (readonly number[])[]; readonly kept: readonly number[] } {
  const T = columns[0]?.length ?? 0;
  const after = remedy === 'omit' ? columns : columns.map(remedy === 'last' ? carried : interpolated);
  const kept = Array.from({ length: T }, (_, t) => t).filter((t) => after.every((values) => !Number.isNaN(values[t])));
  return { columns: after.map((values) => kept.map((t) => values[t])), kept };
}

/** Each missing value is the one before it; those at the start stay missing. */
function carried(values: readonly number[]): readonly number[] {
  let last = Number.NaN;
  return values.map((value) => {
    if (!Number.isNaN(value)) last = value;
    return last;
  });
}

/** Missing values on the straight line between their neighbours; those at the ends stay missing. */
function interpolated(values: readonly number[]): readonly number[] {
  const result = [...values];
  let before = -1;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    if (before >= 0)
      for (let k = before + 1; k < t; k++) {
        const between = values[before] + ((values[t] - values[before]) * (k - before)) / (t - before);
        // between 0.4 and 0.2 is 0.3, not 0.30000000000000004, which a reader would find in the table and the link
        result[k] = Number(between.toPrecision(15));
      }
    before = t;
  }
  return result;
}
