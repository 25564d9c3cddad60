import type { Cell } from '../../cell/cell.ts';
import { signalOf } from '../../notation/equation.ts';
import { displayed, percentage, twoDecimals } from '../../notation/number.ts';
import { withCommas } from '../../text/counts.ts';
import type { Task } from '../../training/task.ts';
import { SEQUENCES } from './search.ts';
import type { UnitAnswer } from './unit.ts';

/** Least correlation at which a unit follows something closely. */
const CLOSELY = 0.8;
/** Largest share of changed answers at which a unit counts as irrelevant to them. */
const HARDLY = 0.01;

/** Describes in two sentences the track that a unit follows and whether the answers need it. */
export function unitWords(answer: UnitAnswer, asks: Task['asks']): string {
  const [closest] = answer.follows;
  const follows = closest?.above
    ? `It ${Math.abs(closest.searched) < CLOSELY ? 'loosely ' : ''}follows ${closest.label}: r = ${twoDecimals(closest.searched)}, confirmed ${twoDecimals(closest.confirmed)}, and ${twoDecimals(closest.chance)} by chance.`
    : 'It follows no track of this task more closely than chance.';
  const needed = answer.held === null ? null : matters(answer, asks);
  const nothing =
    !closest?.above && needed === false ? ' By itself, this unit tracks nothing that was asked about.' : '';
  return `${follows} ${heldWords(answer, asks)}${nothing}`.trim();
}

/** True if the answers change while the unit is held at its mean; null if there are no answers. */
function matters({ held }: UnitAnswer, asks: Task['asks']): boolean | null {
  if (!held) return null;
  return asks === 'class' ? held.changed > HARDLY * held.asked : held.held > 1.1 * held.free;
}

/** Describes how the answers change while the unit is held at its mean. */
export function heldWords({ held, histogram }: UnitAnswer, asks: Task['asks']): string {
  if (!held || held.asked === 0) return '';
  const at = `Held at its mean of ${displayed(histogram.mean)}`;
  const of = `${withCommas(held.asked)} answers`;
  if (asks === 'value')
    return `${at}, the mean squared error over ${of} goes from ${displayed(held.free)} to ${displayed(held.held)}.`;
  const [free, now] = [held.free, held.held].map((right) => percentage(right / held.asked));
  const changed =
    held.changed === 0
      ? `none of ${of} changes`
      : `${withCommas(held.changed)} of ${of} ${held.changed === 1 ? 'changes' : 'change'}`;
  return `${at}, ${changed}: ${now === free ? `${now} are right either way` : `${now} are right instead of ${free}`}.`;
}

/** Names the sequences over which the unit was examined. */
export function readWords(task: string, { level, asked }: UnitAnswer): string {
  return `Over ${SEQUENCES} fresh sequences of “${task}” at level ${level}, ${asked ? 'at which this cell was trained' : 'the initial level of the task'}.`;
}

/** A unit by signal and number: “cell state, unit 1”. */
export const unitName = (cell: Cell, signal: string, unit: number): string =>
  `${signal === 'x' ? 'input' : signalOf(cell, signal).info.label}, unit ${unit + 1}`;
