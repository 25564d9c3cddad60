/** A linear scale of numbers: scaled = (value − offset) / factor. */
export interface Scale {
  readonly offset: number;
  readonly factor: number;
}

const usable = (factor: number): number => (Number.isFinite(factor) && factor > 0 ? factor : 1);

/** The scale that maps the values to mean 0 and standard deviation 1 (over all n values); a constant is only shifted. */
export function standardScale(values: readonly number[]): Scale {
  if (values.every((value) => value === values[0])) return { offset: values[0] ?? 0, factor: 1 };
  const n = values.length;
  const offset = values.reduce((sum, value) => sum + value / n, 0);
  // Divides by the largest first: squares of very large numbers overflow, those of very small ones vanish.
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value - offset)), 0);
  const shares = values.map((value) => (value - offset) / largest);
  const variance = shares.reduce((sum, share) => sum + (share * share) / n, 0);
  return { offset, factor: usable(largest * Math.sqrt(variance)) };
}

/** The scale that maps the smallest value to 0 and the largest to 1; a constant is only shifted. */
export function rangeScale(values: readonly number[]): Scale {
  const low = values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
  const high = values.reduce((a, b) => Math.max(a, b), low);
  return { offset: low, factor: usable(high - low) };
}

/** A number on the scale. */
export function scaled(value: number, { offset, factor }: Scale): number {
  return (value - offset) / factor;
}

/** The inverse of `scaled`. */
export function unscaled(value: number, { offset, factor }: Scale): number {
  return value * factor + offset;
}
