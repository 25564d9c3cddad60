import * as v from 'valibot';
import { matching } from '../text/matching.ts';
import type { Settings } from './settings.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Any number: what diverges is none at last. */
const real = v.union([v.number(), v.nan()]);
const array = v.custom<Float64Array>((value) => value instanceof Float64Array);
const listOf = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.readonly());
const arrays = v.pipe(v.record(v.string(), array), v.readonly());
const network = v.object({ layers: listOf(arrays), head: v.object({ W: array, b: array }) });

/** Everything but the task and its data, which the page has and which may be large. */
const rest = v.custom<Omit<Settings, 'subject'>>(
  (value) => typeof value === 'object' && value !== null && 'H' in value,
);

/** The state of a run without its subject; a restored run goes on with the same numbers. */
const checkpoint = v.object({
  settings: rest,
  updates: count,
  drawn: count,
  network,
  moments: v.object({ steps: count, first: arrays, second: arrays }),
  best: v.nullable(v.object({ updates: count, loss: v.number(), network })),
});
export type Checkpoint = v.InferOutput<typeof checkpoint>;

const orderSchema = v.variant('kind', [
  /** A run of this number, from the start or from where it stood; it waits. Ends the run before. */
  v.object({ kind: v.literal('begin'), run: count, settings: v.unknown(), from: v.nullable(checkpoint) }),
  /** Updates up to this number. */
  v.object({ kind: v.literal('go'), until: count }),
  /** One update more. */
  v.object({ kind: v.literal('step') }),
  v.object({ kind: v.literal('pause') }),
  /** Settings that change while the run goes on. */
  v.object({ kind: v.literal('change'), change: v.record(v.string(), v.unknown()) }),
]);

/** A message from the page to the worker. */
export type Order = v.InferOutput<typeof orderSchema>;

const opening = v.object({ mean: real, most: real });
const measured = v.object({ loss: real, reaches: real, whole: real });
const answered = v.object({
  tokens: listOf(v.string()),
  x: array,
  targets: listOf(v.nullable(v.number())),
  counts: listOf(v.boolean()),
  answers: listOf(real),
});

/** The run that a report is on, and how many orders the worker has read. */
const on = { run: count, orders: count };

const reportSchema = v.variant('kind', [
  v.object({
    kind: v.literal('progress'),
    ...on,
    updates: count,
    /** True while the run goes on by itself. */
    going: v.boolean(),
    /** The reason why the run cannot go on, and the source of its present weights: sentences. */
    stopped: v.nullable(v.string()),
    /** The last update, on its own batch. */
    last: v.nullable(v.object({ ...measured.entries, norm: real })),
    /** Updates a second since the report before. */
    pace: real,
    /** The measurements on held-out sequences since the report before, oldest first. */
    measured: listOf(v.object({ updates: count, ...measured.entries, gates: listOf(listOf(opening)) })),
    /** The score of the best constant guess on the same held-out sequences. */
    chance: real,
    /** Held-out sequences with the answers of the network; null where they are those of the report before. */
    examples: v.nullable(listOf(answered)),
    /** The weights in the digits in which they are shown. */
    network,
    /** Sent every so often, and whenever the run rests. */
    checkpoint: v.nullable(checkpoint),
  }),
  /** The reason why a request failed: a sentence. */
  v.object({ kind: v.literal('refused'), ...on, sentence: v.string() }),
]);

/** A message from the worker to the page. */
export type Report = v.InferOutput<typeof reportSchema>;
/** The progress of a run. */
export type Progress = Extract<Report, { kind: 'progress' }>;

/** The order in a message, or null where there is none. */
export const orderIn = (data: unknown): Order | null => matching(orderSchema, data);

/** The report in a message, or null where there is none. */
export const reportIn = (data: unknown): Report | null => matching(reportSchema, data);

/** The buffers of a message, to be handed over without a copy. */
export function buffersIn(message: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (value instanceof Float64Array) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) visit(inner);
  };
  visit(message);
  return [...found];
}
