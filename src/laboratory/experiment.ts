import { createSingle } from '../engine/single/createSingle.ts';
import type { SingleKernels } from '../engine/single/machine.ts';
import { Refusal } from '../text/refusal.ts';
import { readSettings } from '../training/settings.ts';
import { rememberFirst } from '../training/tasks/rememberFirst.ts';
import { createTrainer, type Trainer } from '../training/trainer.ts';
import { asNetwork, untrained } from './networks.ts';
import { BATCH, MEASURED, type PointSettings } from './recipe.ts';

/** One run of a point, before its first update. Throws a sentence for settings that cannot work. */
export function startedRun(cell: string, settings: PointSettings, seed: number, kernels: SingleKernels): Trainer {
  const start = untrained(cell, settings, rememberFirst, seed);
  const read = readSettings({
    subject: { kind: 'task', id: rememberFirst.id },
    cell,
    H: start.program.sizes.H,
    level: settings.gap,
    updates: settings.updates,
    rate: settings.rate,
    batch: BATCH,
    seed,
  });
  if (!read.ok) throw new Refusal(read.wrong.map(({ sentence }) => sentence).join(' '));
  const trainer = createTrainer(read.settings, read.task, (shape) => createSingle(shape, kernels));
  trainer.restore({ ...trainer.snapshot(), network: asNetwork(start) });
  return trainer;
}

/** The share of right answers on sequences that the run has not learned from. */
export const accuracyOf = (trainer: Trainer): number => trainer.evaluate(MEASURED).reaches;

/** Makes the updates of a run; `each` is told after every one. Stops early where the run cannot go on. */
export function finish(trainer: Trainer, updates: number, each: (update: number) => void = () => {}): void {
  for (let update = 1; update <= updates && trainer.update(); update++) each(update);
}
