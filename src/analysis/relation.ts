/** How a track is to be read: as an amount, or as the name of a class, of which no order is known. */
export type TrackKind = 'amount' | 'class';

/** How closely a unit follows a track over the same samples. */
export type Relation = (unit: Float64Array, track: Float64Array) => number;

/** Pearson's r, −1 to 1; 0 where one of the two never changes. */
export function correlation(a: Float64Array, b: Float64Array): number {
  const meanA = meanOf(a);
  const meanB = meanOf(b);
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (let k = 0; k < a.length; k++) {
    const da = a[k] - meanA;
    const db = b[k] - meanB;
    aa += da * da;
    bb += db * db;
    ab += da * db;
  }
  return aa > 0 && bb > 0 ? clamped(ab / Math.sqrt(aa) / Math.sqrt(bb), -1) : 0;
}

/**
 * The correlation ratio η of Pearson: the root of the share of a unit's variance that lies between the classes, 0 to 1.
 * For two classes it is |r|. 0 where the unit never changes.
 */
export function correlationRatio(unit: Float64Array, classes: Float64Array): number {
  const groups = new Map<number, { n: number; sum: number }>();
  const mean = meanOf(unit);
  let all = 0;
  for (let k = 0; k < unit.length; k++) {
    const deviation = unit[k] - mean;
    all += deviation * deviation;
    const group = groups.get(classes[k]) ?? { n: 0, sum: 0 };
    group.n++;
    group.sum += deviation;
    groups.set(classes[k], group);
  }
  let between = 0;
  for (const { n, sum } of groups.values()) between += (sum * sum) / n;
  return all > 0 ? clamped(Math.sqrt(between / all), 0) : 0;
}

/** The measure for a kind of track. */
export const relations: Readonly<Record<TrackKind, Relation>> = { amount: correlation, class: correlationRatio };

/** The mean, summed from the first value on, so that the mean of one repeated value is exactly that value. */
function meanOf(values: Float64Array): number {
  const base = values[0] ?? 0;
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] - base;
  return values.length > 0 ? base + sum / values.length : 0;
}

/** Rounding may leave the interval by a unit in the last place. */
function clamped(value: number, low: number): number {
  return Math.min(1, Math.max(low, value));
}
