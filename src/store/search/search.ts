import * as v from 'valibot';
import { type Saturation, saturationOf } from '../../analysis/saturation.ts';
import { type Search, searchUnits } from '../../analysis/unitSearch.ts';
import { cellOf } from '../../cell/cell.ts';
import { sizesOf } from '../../cell/sizes.ts';
import { declarationOf } from '../../cells/index.ts';
import { runForward } from '../../engine/forward.ts';
import { parametersFrom } from '../../engine/parameters.ts';
import { compile } from '../../engine/program.ts';
import type { Tape } from '../../engine/tape.ts';
import { numberSchema } from '../../training/field.ts';
import { levelField } from '../../training/fields.ts';
import { randomOf } from '../../training/random.ts';
import { subjectSchema, taskFor } from '../../training/subject.ts';
import type { Example, Task } from '../../training/task.ts';

export const vectors = v.record(
  v.string(),
  v.custom<Float64Array>((value) => value instanceof Float64Array, 'needs 64-bit floats'),
);

/** A cell with its weights, and the fresh sequences that it reads. */
export const readerSchema = v.object({
  cell: v.string(),
  options: v.record(v.string(), v.union([v.string(), v.boolean()])),
  H: v.number(),
  parameters: vectors,
  initial: vectors,
  /** The task, or data of the reader's own, of which fresh sequences are read. */
  subject: subjectSchema,
  /** The level of difficulty of these sequences; missing if the level at which the cell was trained is unknown. */
  level: v.optional(v.number()),
});
type Reader = v.InferOutput<typeof readerSchema>;

/** A cell that reads fresh sequences, and the track to compare its units with. */
export const requestSchema = v.object({
  ...readerSchema.entries,
  /** One of the task's tracks. */
  track: v.string(),
});
export type SearchRequest = v.InferOutput<typeof requestSchema>;

/** The result of a search over fresh sequences. */
export interface SearchAnswer {
  readonly search: Search;
  readonly saturation: readonly Saturation[];
  /** The level of the sequences. */
  readonly level: number;
  /** True if the level was asked for; otherwise it is the first level of the task. */
  readonly asked: boolean;
}

/** The number of fresh sequences: half are searched, half confirm. */
export const SEQUENCES = 200;
/** The seed of the sequences, unlike those with which anyone would train. */
const SEED = 20_260_401;

/** Fresh sequences of a task, and a cell's run over each of them. */
export interface FreshRuns {
  readonly task: Task;
  readonly level: number;
  readonly examples: readonly Example[];
  readonly tapes: readonly Tape[];
}

/**
 * Runs a cell over fresh sequences. What a task holds back from training (the last fifth of data of the reader's own) is
 * drawn from alone. Throws a sentence where cell, task and level do not fit.
 */
export function freshRuns(request: Reader): FreshRuns {
  const declaration = declarationOf(request.cell);
  if (!declaration) throw new Error('There is no cell of this name');
  const task = taskFor(request.subject);
  const cell = cellOf(declaration, request.options);
  const program = compile(cell, sizesOf(task.inputs.length, request.H));
  const parameters = parametersFrom(cell, program.sizes, request.parameters);
  const fresh = task.heldOut ?? task;
  const level = v.parse(numberSchema(levelField(task)), request.level);
  const random = randomOf(SEED);
  const examples = Array.from({ length: SEQUENCES }, () => fresh.example(random, level));
  return { task, level, examples, tapes: examples.map(({ x }) => runForward(program, parameters, x, request.initial)) };
}

/** Measures how closely every unit follows a track of the task over these runs. Throws if the task has no such track. */
export function followed({ task, examples, tapes }: FreshRuns, track: string): Search {
  if (!task.tracks.some(({ id }) => id === track)) throw new Error(`“${task.title}” tracks nothing called “${track}”`);
  const observed = tapes.map((tape, k) => ({ tape, track: examples[k].tracks[track] ?? [] }));
  return searchUnits(observed, { seed: SEED });
}

/** Runs a cell over fresh sequences and searches its units. Throws a sentence where cell, task, track and level do not fit. */
export function searched(request: SearchRequest): SearchAnswer {
  const runs = freshRuns(request);
  return {
    search: followed(runs, request.track),
    saturation: saturationOf(runs.tapes),
    level: runs.level,
    asked: request.level !== undefined,
  };
}
