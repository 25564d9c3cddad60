import * as v from 'valibot';
import { jsonFloat, jsonFloatSchema } from '../../io/jsonFloats.ts';
import type { Checkpoint } from '../../training/messages.ts';
import { networkFrom } from '../../training/modelFile.ts';
import { noMoments } from '../../training/optimisers.ts';
import { architectureOf, readSettings } from '../../training/settings.ts';
import type { Task } from '../../training/task.ts';
import { type Answered, gatesOf } from '../../training/watch.ts';
import { arraysOf, mapNetwork, shown } from '../../training/weights.ts';
import { newRun, restingStatus, type TrainingRun } from './run.ts';

/** Keeps one run beyond the life of its page. */
export interface RunStorage {
  /** The text that was written last, or null. */
  read(): string | null;
  /** Replaces the text; null removes it. */
  write(text: string | null): void;
}

const KEY = 'gatescope-run';

/** The browser's storage. Where it is full or forbidden, nothing is stored. */
export const browserStorage: RunStorage = {
  read() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  write(text) {
    try {
      if (text === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, text);
    } catch {
      // the address still carries the weights
    }
  },
};

/** The longest text that is stored: browsers have room for about 5 million characters. */
const LONGEST = 4_000_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const numbers = v.array(jsonFloatSchema);
const arrays = v.record(v.string(), numbers);
const weights = v.object({ layers: v.array(arrays), head: v.object({ W: numbers, b: numbers }) });
const floats = v.pipe(
  numbers,
  v.transform((values) => Float64Array.from(values)),
);
const measured = { loss: jsonFloatSchema, reaches: jsonFloatSchema, whole: jsonFloatSchema };
const value = v.nullable(v.union([v.number(), v.string()]));

const keptSchema = v.object({
  format: v.literal('gatescope-run'),
  version: v.literal(1),
  settings: v.looseObject({ subject: v.unknown() }),
  chance: v.nullable(jsonFloatSchema),
  curve: v.array(
    v.object({
      updates: count,
      ...measured,
      gates: v.array(v.array(v.object({ mean: jsonFloatSchema, most: jsonFloatSchema }))),
    }),
  ),
  last: v.nullable(v.object({ ...measured, norm: jsonFloatSchema })),
  examples: v.array(
    v.object({
      tokens: v.array(v.string()),
      x: floats,
      targets: v.array(v.nullable(jsonFloatSchema)),
      counts: v.array(v.boolean()),
      answers: numbers,
    }),
  ),
  changes: v.array(v.object({ updates: count, setting: v.string(), from: value, to: value })),
  checkpoint: v.object({
    settings: v.record(v.string(), v.unknown()),
    updates: count,
    drawn: count,
    network: weights,
    moments: v.object({ steps: count, first: arrays, second: arrays }),
    best: v.nullable(v.object({ updates: count, loss: jsonFloatSchema, network: weights })),
  }),
});
type Kept = v.InferOutput<typeof keptSchema>;

/** Settings are finite numbers: a 0 needs no sign there, which would be a text. */
const plain = (settings: object): unknown => JSON.parse(JSON.stringify(settings));

/** A run as a text from which it can be continued; null if it cannot, or if the text is too long. */
export function storableText({
  settings,
  chance,
  curve,
  last,
  examples,
  changes,
  checkpoint,
}: TrainingRun): string | null {
  if (!checkpoint) return null;
  const until = curve.filter(({ updates }) => updates <= checkpoint.updates);
  const kept = {
    format: 'gatescope-run',
    version: 1,
    settings: plain(settings),
    chance,
    curve: until,
    last,
    examples,
    changes,
    checkpoint: { ...checkpoint, settings: plain(checkpoint.settings) },
  };
  const text = JSON.stringify(kept, (_, part: unknown) => {
    if (part instanceof Float64Array) return Array.from(part, jsonFloat);
    return typeof part === 'number' ? jsonFloat(part) : part;
  });
  return text.length <= LONGEST ? text : null;
}

/** The run of such a text, at rest; null for any other text. */
export function storedRun(text: string | null, id: number): TrainingRun | null {
  if (text === null || text.length > LONGEST) return null;
  try {
    return runOf(v.parse(keptSchema, JSON.parse(text)), id);
  } catch {
    return null;
  }
}

/** True if every timestep has an input, a target and an answer, by an output that the task has. */
function answersTo({ asks, inputs, outputs }: Task, { tokens, x, targets, counts, answers }: Answered): boolean {
  const T = tokens.length;
  const known = (answer: number | null): boolean => answer === null || asks === 'value' || answer in outputs;
  return (
    x.length === T * inputs.length &&
    [targets, counts, answers].every(({ length }) => length === T) &&
    [...targets, ...answers].every(known)
  );
}

/** Throws where something does not fit the rest. */
function runOf({ settings: given, changes, checkpoint, ...seen }: Kept, id: number): TrainingRun {
  const read = readSettings(given);
  const then = readSettings({ ...checkpoint.settings, subject: given.subject });
  if (!read.ok || !then.ok) throw new Error('These are no settings of a run');
  const networkIn = (part: v.InferOutput<typeof weights>) =>
    networkFrom(architectureOf(then.settings, then.task), part);
  const network = networkIn(checkpoint.network);
  const { best, moments } = checkpoint;
  const fitting = (part: v.InferOutput<typeof arrays>): Checkpoint['moments']['first'] =>
    Object.fromEntries(
      Object.entries(noMoments(arraysOf(network)).first).map(([name, zeros]) => {
        if (part[name]?.length !== zeros.length) throw new Error(`The moments of ${name} do not fit`);
        return [name, Float64Array.from(part[name])];
      }),
    );
  const { subject: _, ...rest } = then.settings;
  const from: Checkpoint = {
    ...checkpoint,
    settings: rest,
    network,
    moments: { ...moments, first: fitting(moments.first), second: fitting(moments.second) },
    best: best && { ...best, network: networkIn(best.network) },
  };
  const { settings, task } = read;
  const gates = gatesOf(architectureOf(settings, task)).length;
  if (
    !seen.curve.every(
      (point) => point.gates.length === settings.layers && point.gates.every((of) => of.length === gates),
    )
  )
    throw new Error('The gates of the curve are others');
  if (!seen.examples.every((example) => answersTo(task, example))) throw new Error('The answers are to another task');
  const known = changes.filter(({ setting }) => setting in settings) as TrainingRun['changes'];
  const { updates } = checkpoint;
  return {
    ...newRun(id, task, settings, from),
    status: restingStatus({ updates, until: 0 }),
    updates,
    chance: seen.chance,
    curve: seen.curve,
    last: seen.last,
    examples: seen.examples,
    changes: known,
    network: mapNetwork(network, shown),
  };
}
