import { displayed, percentage } from '../../notation/number.ts';
import type { Task } from '../../training/task.ts';

/** The digits with which a loss, an error or a norm is printed. */
const DIGITS = 3;

/** A loss, an error or a norm: the same digits everywhere, 0.0990 beside 0.101. */
export function lossText(value: number): string {
  const size = Math.abs(value);
  if (!(size >= 1e-4 && size < 1e6)) return displayed(value, DIGITS);
  return displayed(value, Math.max(0, DIGITS - 1 - Math.floor(Math.log10(size))));
}

/** Score of a run: the share of right answers, or the mean squared error. */
export function scoreText({ asks }: Pick<Task, 'asks'>, reaches: number): string {
  return asks === 'class' ? percentage(reaches) : lossText(reaches);
}
