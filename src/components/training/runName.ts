import { nameOf } from '../../cells/index.ts';
import type { TrainingRun } from '../../store/training/run.ts';
import { counted } from '../../text/counts.ts';

/** A run in a few words, unlike any other: its number, cell, size and level. */
export function runName({ id, settings, task }: TrainingRun): string {
  const layers = settings.layers > 1 ? `, ${settings.layers} layers` : '';
  return `${id}: ${nameOf(settings.cell)}, ${counted(settings.H, 'unit')}${layers}, ${task.level.label} ${settings.level}`;
}
