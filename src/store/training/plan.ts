import * as v from 'valibot';
import { declarationOf } from '../../cells/index.ts';
import { fittingOptions } from '../../io/cellChoice.ts';
import type { Inputs, OutputHead } from '../../io/moment.ts';
import { Refusal } from '../../text/refusal.ts';
import type { Checkpoint } from '../../training/messages.ts';
import { noMoments } from '../../training/optimisers.ts';
import { readSettings, type Settings, settingsSchema } from '../../training/settings.ts';
import type { Subject } from '../../training/subject.ts';
import type { Task } from '../../training/task.ts';
import { arraysOf } from '../../training/weights.ts';
import type { Gatescope } from '../gatescope.ts';
import { fitsTask } from './sequenceFor.ts';
import type { TrainingState } from './state.ts';

/** The plan for a subject, at the level where its task begins unless `given` says another. Throws a sentence. */
export function planFor(
  subject: Subject,
  given?: Partial<Record<keyof Settings, unknown>>,
): Pick<TrainingState, 'plan' | 'task'> {
  const read = readSettings({ ...given, subject });
  if (!read.ok) throw new Refusal(read.wrong.map(({ sentence }) => sentence).join(' '));
  return { plan: read.settings, task: read.task };
}

/** The plan with some settings changed. Throws a sentence for a value that cannot be. */
export function planWith({ plan, task }: Pick<TrainingState, 'plan' | 'task'>, change: Partial<Settings>): Settings {
  const read = v.safeParse(settingsSchema(task), { ...plan, ...change });
  if (!read.success) throw new Refusal(read.issues.map(({ message }) => message).join(' '));
  return read.output;
}

/** The plan with the page's cell, and with its number of units where its weights are taken over. */
export function plannedSettings(plan: Settings, { cell, options, H }: Inputs, fromPage: boolean): Settings {
  const declaration = declarationOf(cell);
  const fitting = declaration ? fittingOptions(declaration, options) : {};
  return { ...plan, cell, options: fitting, ...(fromPage && { H, layers: 1 }) };
}

/** True if the page's cell reads the inputs of this task and has a head for its outputs, so that training can continue. */
export function pageFits(
  { outputs, inputs }: Pick<Task, 'outputs' | 'inputs'>,
  features: readonly string[],
  head: OutputHead | null | undefined,
): boolean {
  if (head?.outputs.length !== outputs.length || !fitsTask({ inputs }, features)) return false;
  return head.outputs.every((name, k) => name === outputs[k]);
}

/** The page's weights, which fit the task (`pageFits`), as a run before its first update. */
export function checkpointOfPage(settings: Settings, gatescope: Gatescope): Checkpoint | null {
  const { parameters, predictions } = gatescope.derived();
  if (!predictions) return null;
  const { subject: _, ...rest } = settings;
  const { W, b } = predictions.head;
  const network = { layers: [{ ...parameters }], head: { W, b } };
  const { steps, first, second } = noMoments(arraysOf(network));
  return {
    settings: rest,
    updates: 0,
    drawn: 0,
    network,
    moments: { steps, first: { ...first }, second: { ...second } },
    best: null,
  };
}
