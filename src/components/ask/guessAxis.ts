import type { Cell } from '../../cell/cell.ts';
import type { Tape } from '../../engine/tape.ts';
import { signalOf } from '../../notation/equation.ts';
import type { Range } from '../../ops/op.ts';

/** The ends of the axis of a guess: those of the function or, where it has none, beyond every value of the run. */
export function guessAxis(cell: Cell, tape: Tape, signal: string): Range {
  const [low, high] = signalOf(cell, signal).range;
  if (Number.isFinite(low) && Number.isFinite(high)) return [low, high];
  const largest = Array.from({ length: tape.length }, (_, t) =>
    Math.max(
      ...tape
        .values(signal, t + 1)
        .filter(Number.isFinite)
        .map(Math.abs),
    ),
  );
  const end = Math.ceil(Math.max(1, ...largest) * 1.25);
  return [low === 0 ? 0 : -end, end];
}

/** True if a guess counts as right: it is within a tenth of the axis. */
export const isNear = (guess: number, value: number, [low, high]: Range): boolean =>
  Math.abs(guess - value) <= (high - low) / 10;
