import { createSingle } from '../src/engine/single/createSingle.ts';
import { loadSingleKernels } from '../src/engine/single/load.ts';
import { readSettings } from '../src/training/settings.ts';
import { createTrainer } from '../src/training/trainer.ts';

const SEEDS = [1, 2, 3, 4, 5];
const SEQUENCES = 1000;
const EVERY = 10;

/** Times an LSTM of 16 units learning “remember the first symbol” over a gap of 20 to 99 %; reports one line per seed. */
export async function measureLearning(report: (line: string) => void): Promise<void> {
  const kernels = await loadSingleKernels();
  for (const seed of SEEDS) {
    const given = { subject: { kind: 'task', id: 'remember-first' }, level: 20, cell: 'lstm', H: 16, seed };
    const reading = readSettings(given);
    if (!reading.ok) throw new Error(reading.wrong.map(({ sentence }) => sentence).join(' '));
    const trainer = createTrainer(reading.settings, reading.task, (shape) => createSingle(shape, kernels));
    let seconds = 0;
    let share = 0;
    while (share < 0.99 && trainer.updates < 10_000) {
      const start = performance.now();
      for (let k = 0; k < EVERY; k++) trainer.update();
      seconds += (performance.now() - start) / 1000;
      share = trainer.evaluate(SEQUENCES).reaches;
    }
    const percent = (100 * share).toFixed(1);
    report(`seed ${seed}: ${percent} % after ${trainer.updates} updates in ${seconds.toFixed(2)} s (goal 10 s)`);
  }
}
