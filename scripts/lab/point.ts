import * as v from 'valibot';
import { loadSingleKernels } from '../../src/engine/single/load.ts';
import { accuracyOf, finish, startedRun } from '../../src/laboratory/experiment.ts';
import { initialSettings } from '../../src/laboratory/labLink.ts';
import { asShipped, meanOf } from '../../src/laboratory/measured.ts';
import { requestSchema } from '../../src/laboratory/pointMessages.ts';
import { labCells, limits } from '../../src/laboratory/recipe.ts';
import type { CommandOption } from '../../src/training/commandLine.ts';
import { fail, type Given } from '../arguments.ts';
import type { Printed } from '../printed.ts';
import { showProgress } from '../progress.ts';

/** Options of a point that is trained again, beyond the settings of the page. */
export const pointOptions: readonly CommandOption[] = [
  { name: 'parameters', value: 'n', sentence: 'point: the approximate number of learned parameters.' },
  { name: 'updates', value: 'n', sentence: 'point: the number of updates.' },
  { name: 'rate', value: 'η', sentence: 'point: the learning rate.' },
  { name: 'seeds', value: 'n', sentence: 'point: the number of runs, with seeds from 1 on.' },
];

/** Trains one point again, as “Run this point again” does; settings left out are those of the shipped measurements. */
export async function point(given: Given): Promise<Printed> {
  const numbers = (Object.keys(limits) as (keyof typeof limits)[]).flatMap((name) => {
    const text = given[name];
    return text === undefined ? [] : [[name, text.trim() === '' ? Number.NaN : Number(text)] as const];
  });
  const { gap = initialSettings.gap, opening = initialSettings.opening, ...rest } = Object.fromEntries(numbers);
  const cell = given.cell ?? initialSettings.cell;
  const read = v.safeParse(requestSchema, {
    cell,
    settings: { ...asShipped(cell, opening, gap), gap, opening, ...rest },
  });
  if (!read.success) {
    const name = read.issues[0].path?.at(-1)?.key as string;
    const [low, high] = Object.hasOwn(limits, name) ? limits[name as keyof typeof limits] : [];
    return fail(
      `--${name} is ${given[name]}; choose ${low === undefined ? labCells.join(', ') : `a number from ${low} to ${high}, whole where things are counted`}.`,
    );
  }
  const { settings } = read.output;
  const kernels = await loadSingleKernels();
  const accuracy = Array.from({ length: settings.seeds }, (_, k) => {
    const trainer = startedRun(cell, settings, k + 1, kernels);
    finish(trainer, settings.updates, (update) => showProgress(update, settings.updates, `seed ${k + 1}`));
    if (trainer.stopped) console.error(trainer.stopped);
    return accuracyOf(trainer);
  });
  const mean = meanOf(accuracy);
  return {
    text: `${cell} over a gap of ${settings.gap}: ${accuracy.join(', ')} right; the mean is ${mean}.`,
    data: { cell, ...settings, accuracy, mean },
  };
}
