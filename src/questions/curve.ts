import type { Tape } from '../engine/tape.ts';

/** The most timesteps over which a reader draws a value: a phone has room for so many columns to touch. */
export const MAX_DRAWN = 12;

/** The last timestep of a curve that is asked for from timestep t to `to`, in a sequence of T; t where `to` is left out. */
export const lastDrawn = (t: number, to: number | undefined, T: number): number =>
  Math.max(t, Math.min(to ?? t, T, t + MAX_DRAWN - 1));

/** The values of one unit from one timestep to another, both included. */
export const courseOf = (tape: Tape, key: string, unit: number, first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, k) => tape.values(key, first + k)[unit]);

/** The distance between a drawn curve and the computed one. */
export interface CurveGap {
  /** The mean distance over the timesteps. */
  readonly mean: number;
  /** The index of the largest distance, the first of equal ones. */
  readonly worst: number;
}

/** Compares guesses with as many values, timestep by timestep; a value that is no finite number is infinitely far away. */
export function gapOf(guesses: readonly number[], values: readonly number[]): CurveGap {
  const gaps = guesses.map((guess, k) => (Number.isFinite(values[k]) ? Math.abs(guess - values[k]) : Infinity));
  return { mean: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, worst: gaps.indexOf(Math.max(...gaps)) };
}

/** A point of a stroke: x in columns from the left edge of the first, y in units of the value. */
export interface Pen {
  readonly x: number;
  readonly y: number;
}

/**
 * Guesses after a straight stroke: each column whose middle it passes gets the height of the stroke there, and the column
 * in which it ends the height of its end.
 */
export function stroked<T extends number | null>(guesses: readonly T[], from: Pen, to: Pen): readonly (T | number)[] {
  const end = Math.min(Math.max(Math.floor(to.x), 0), guesses.length - 1);
  const [left, right] = from.x < to.x ? [from, to] : [to, from];
  return guesses.map((guess, k) => {
    const middle = k + 0.5;
    if (k === end) return to.y;
    if (middle < left.x || middle > right.x) return guess;
    return left.y + ((right.y - left.y) * (middle - left.x)) / (right.x - left.x);
  });
}
