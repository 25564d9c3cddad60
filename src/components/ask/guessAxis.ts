import type { Cell } from '../../cell/cell.ts';
import type { Tape } from '../../engine/tape.ts';
import { scalesOf } from '../../figure/signals.ts';
import type { Range } from '../../ops/op.ts';
import { axisOf } from '../timeline/line.ts';

/** The ends of the axis of a guess, which are those of the strip. Of the values to come they tell at most their order of magnitude. */
export const guessAxis = (cell: Cell, tape: Tape, signal: string, unit: number): Range =>
  axisOf(tape, signal, unit, scalesOf(cell)(signal));

/** True if a guess counts as right: it is within a tenth of the axis, a curve on average. */
export const isNear = (gap: number, [low, high]: Range): boolean => gap <= (high - low) / 10;
