import * as v from 'valibot';
import { loadSingleKernels } from '../engine/single/load.ts';
import { Refusal } from '../text/refusal.ts';
import { accuracyOf, finish, startedRun } from './experiment.ts';
import { type PointReport, requestSchema } from './pointMessages.ts';

/** Updates between two reports. */
const PACE = 25;

const report = (message: PointReport): void => self.postMessage(message);

/** Trains one point, seed by seed, and reports on the way. Ended from outside. */
self.onmessage = async ({ data }: MessageEvent<unknown>): Promise<void> => {
  try {
    const { cell, settings } = v.parse(requestSchema, data);
    const kernels = await loadSingleKernels();
    for (let seed = 1; seed <= settings.seeds; seed++) {
      const trainer = startedRun(cell, settings, seed, kernels);
      finish(trainer, settings.updates, (update) => {
        if (update % PACE === 0) report({ kind: 'progress', seed, update });
      });
      report({ kind: 'seed', accuracy: accuracyOf(trainer), stopped: trainer.stopped });
    }
    report({ kind: 'done' });
  } catch (error) {
    // an error of this listener is a rejected promise, which the page would not hear of
    if (error instanceof Refusal) report({ kind: 'fault', sentence: error.message });
    else reportError(error);
  }
};
