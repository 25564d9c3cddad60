import { balanced } from './balanced.ts';
import { displayed } from './number.ts';

/** A value and how it is printed. */
export interface Figure {
  readonly value: number;
  readonly text: string;
}

/** A value as it is printed by itself. */
export const figure = (value: number): Figure => ({ value, text: displayed(value) });

/** A sum in few rows; what is printed of it adds up to the printed total. */
export interface Summed<S> {
  /** The largest summands, largest first. */
  readonly kept: readonly (S & Figure)[];
  /** All others in one row; null where there are none. */
  readonly rest: (Figure & { readonly count: number }) | null;
  /** The figure that always has a row of its own, whatever its size; null if there is none. */
  readonly fixed: Figure | null;
  readonly total: Figure;
}

/** The sum of `summands` and `fixed`, known to be `total`; at most `limit` summands are shown by themselves. */
export function summed<S extends { readonly value: number }>(
  summands: readonly S[],
  fixed: number | null,
  total: number,
  limit = 6,
): Summed<S> {
  const all = summands.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const kept = all.length > limit ? all.slice(0, limit).filter(({ value }) => value !== 0) : all;
  const others = all.slice(kept.length);
  const rest = others.reduce((sum, { value }) => sum + value, 0);
  const printed = balanced(
    [...kept.map(({ value }) => value), ...(others.length > 0 ? [rest] : []), ...(fixed === null ? [] : [fixed])],
    total,
  );
  return {
    kept: kept.map((summand, k) => ({ ...summand, text: printed.texts[k] })),
    rest: others.length > 0 ? { count: others.length, value: rest, text: printed.texts[kept.length] } : null,
    fixed: fixed === null ? null : { value: fixed, text: printed.texts[printed.texts.length - 1] },
    total: { value: total, text: printed.total },
  };
}
