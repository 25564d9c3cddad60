import type { Cell } from '../cell/cell.ts';
import { inQuotes } from '../text/tokens.ts';
import { displayed } from './number.ts';
import { type Readings, valueAt } from './readings.ts';

/** The state of one step, for the announcement. */
export interface Step {
  readonly t: number;
  /** The number of signals of the timestep that are computed. */
  readonly position: number;
  readonly unit: number;
  readonly token: string;
  /** The answer of the outputs to the timestep, once it is complete. */
  readonly answer?: string | undefined;
  /** The objective, if the readings are derivatives: log p(“b”) at timestep 8. */
  readonly gradientOf?: string | undefined;
}

/** One short sentence about a step: where we are, and the value that was just computed in the chosen unit. */
export function announcementOf(
  cell: Cell,
  readings: Readings,
  { t, position, unit, token, answer, gradientOf }: Step,
): string {
  if (readings.length === 0) return 'The sequence is empty.';
  const where = `Timestep ${t} of ${readings.length}, ${inQuotes(token)}`;
  if (gradientOf !== undefined) {
    const { id, info } = cell.signals[Math.max(0, position - 1)];
    const value = displayed(valueAt(readings, id, t, unit));
    return `${where}: the derivative of ${gradientOf} with respect to ${info.label} of unit ${unit + 1} is ${value}.`;
  }
  if (position === 0) return `${where}: the input arrives.`;
  const { id, info } = cell.signals[Math.min(position, cell.signals.length) - 1];
  const stage = cell.stages.find((s) => s.id === info.stage);
  const done = position >= cell.signals.length ? 'done' : (stage?.label ?? info.stage).toLowerCase();
  const answered = answer !== undefined && position >= cell.signals.length ? ` The network answers ${answer}.` : '';
  return `${where}, ${done}: ${info.label} of unit ${unit + 1} is ${displayed(valueAt(readings, id, t, unit))}.${answered}`;
}
