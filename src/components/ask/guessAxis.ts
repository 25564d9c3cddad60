import type { Cell } from '../../cell/cell.ts';
import type { Tape } from '../../engine/tape.ts';
import { scalesOf } from '../../figure/signals.ts';
import { signalOf } from '../../notation/equation.ts';
import type { Range } from '../../ops/op.ts';
import { axisAround, axisOf } from '../timeline/line.ts';

/** The largest guess of a value that nothing bounds, in either direction. */
const MAX_GUESS = 1e6;
/** The share of the axis beyond which a guess widens it. */
const EDGE = 0.99;

/** The least and the largest guess of a signal. */
export function boundsOf(cell: Cell, signal: string): Range {
  const [low, high] = signalOf(cell, signal).range;
  return [Math.max(low, -MAX_GUESS), Math.min(high, MAX_GUESS)];
}

/**
 * The axis on which a value is guessed. It follows from the values before and the guesses so far, so that it tells nothing
 * of the values to come: where nothing bounds the signal, a guess at an end of the axis widens it.
 */
export function openAxis(
  cell: Cell,
  signal: string,
  known: readonly number[],
  guesses: readonly (number | null)[],
): Range {
  if (scalesOf(cell)(signal) === 'gate') return [0, 1];
  const [low, high] = signalOf(cell, signal).range;
  if (Number.isFinite(high - low)) return axisAround(Math.max(-low, high));
  return axisAround(Math.max(1, sizeOf(known), sizeOf(guesses) / EDGE));
}

/** The axis of the strip of a whole run, on which guesses are counted once they are compared with it. */
export const runAxis = (cell: Cell, tape: Tape, signal: string, unit: number): Range =>
  axisOf(tape, signal, unit, scalesOf(cell)(signal));

/** The axis of the run with room for guesses beyond it. */
export function comparedAxis([low, high]: Range, guesses: readonly number[]): Range {
  return low === 0 ? [low, high] : axisAround(Math.max(high, sizeOf(guesses)));
}

/** The largest distance at which a guess counts as near: a tenth of the axis of the run. */
export const nearest = ([low, high]: Range): number => (high - low) / 10;

/** True if a guess counts as right: it is near, a curve on average. */
export const isNear = (gap: number, axis: Range): boolean => gap <= nearest(axis);

/** The largest of these numbers without their signs; 0 where none is finite. */
const sizeOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value ?? 0)) : most), 0);
