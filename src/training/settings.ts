import * as v from 'valibot';
import { settledOptions } from '../cell/cell.ts';
import { declarationOf, registry } from '../cells/index.ts';
import { sentenceOf } from '../text/refusal.ts';
import { choiceSchema, numberSchema, optionalSchema } from './field.ts';
import { fields, levelField } from './fields.ts';
import type { Architecture } from './network.ts';
import { subjectSchema, taskFor } from './subject.ts';
import type { Task } from './task.ts';

const optionsSchema = v.record(v.string(), v.union([v.string(), v.boolean()]));

/** Describes the fault in the options of a cell, or returns null. */
function wrongOptions(cell: string, options: v.InferOutput<typeof optionsSchema>): string | null {
  const declaration = declarationOf(cell);
  if (!declaration) return null;
  try {
    settledOptions(declaration, options);
    return null;
  } catch (error) {
    return sentenceOf(error);
  }
}

/** The entries of every training run, whatever the subject. */
export const runEntries = {
  cell: v.pipe(
    v.optional(v.string(), 'lstm'),
    v.check(
      (id) => declarationOf(id) !== undefined,
      ({ input }) => `There is no cell “${input}”: choose ${registry.map(({ id }) => id).join(', ')}.`,
    ),
  ),
  options: v.optional(optionsSchema, {}),
  H: numberSchema(fields.H),
  layers: numberSchema(fields.layers),
  seed: numberSchema(fields.seed),
  updates: numberSchema(fields.updates),
  batch: numberSchema(fields.batch),
  rate: numberSchema(fields.rate),
  optimiser: choiceSchema(fields.optimiser),
  momentum: numberSchema(fields.momentum),
  decay: numberSchema(fields.decay),
  clipNorm: optionalSchema(fields.clipNorm),
  clipValue: optionalSchema(fields.clipValue),
  window: optionalSchema(fields.window),
  asked: choiceSchema(fields.asked),
  gain: numberSchema(fields.gain),
  forgetBias: numberSchema(fields.forgetBias),
};

/** All settings of a training run on a task. What is left out is what the field says; wrong values become sentences. */
export function settingsSchema(task: Task) {
  return v.pipe(
    v.object({ subject: subjectSchema, level: numberSchema(levelField(task)), ...runEntries }),
    v.forward(
      v.check(
        ({ cell, options }) => wrongOptions(cell, options) === null,
        ({ input }) => wrongOptions(input.cell, input.options) ?? '',
      ),
      ['options'],
    ),
  );
}

export type Settings = Readonly<v.InferOutput<ReturnType<typeof settingsSchema>>>;

/** Something wrong: the setting (`subject` for the task and its data) and a sentence on what to do. */
export interface Wrong {
  readonly setting: string;
  readonly sentence: string;
}

/** The result of reading settings. */
export type SettingsReading =
  | { readonly ok: true; readonly settings: Settings; readonly task: Task }
  | { readonly ok: false; readonly wrong: readonly Wrong[] };

/** Reads settings from anywhere; only `subject` is needed. Never throws. */
export function readSettings(given: unknown): SettingsReading {
  const subject = v.safeParse(v.object({ subject: subjectSchema }), given);
  if (!subject.success) return { ok: false, wrong: wrongOf(subject.issues) };
  try {
    const task = taskFor(subject.output.subject);
    const read = v.safeParse(settingsSchema(task), given);
    if (!read.success) return { ok: false, wrong: wrongOf(read.issues) };
    return { ok: true, settings: read.output, task };
  } catch (error) {
    return { ok: false, wrong: [{ setting: 'subject', sentence: sentenceOf(error) }] };
  }
}

function wrongOf(issues: readonly v.BaseIssue<unknown>[]): readonly Wrong[] {
  return issues.map(({ path, message }) => ({ setting: String(path?.[0]?.key ?? 'subject'), sentence: message }));
}

/** The network that these settings train on a task. */
export function architectureOf({ cell, options, H, layers }: Settings, task: Task): Architecture {
  return { cell, options, D: task.inputs.length, H, layers, outputs: task.outputs.length };
}
