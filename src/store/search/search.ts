import * as v from 'valibot';
import { type Saturation, saturationOf } from '../../analysis/saturation.ts';
import { type Search, searchUnits } from '../../analysis/unitSearch.ts';
import { cellOf } from '../../cell/cell.ts';
import { sizesOf } from '../../cell/sizes.ts';
import { declarationOf } from '../../cells/index.ts';
import { runForward } from '../../engine/forward.ts';
import { parametersFrom } from '../../engine/parameters.ts';
import { compile } from '../../engine/program.ts';
import { randomOf } from '../../training/random.ts';
import { taskOf } from '../../training/tasks/index.ts';

const vectors = v.record(
  v.string(),
  v.custom<Float64Array>((value) => value instanceof Float64Array, 'needs 64-bit floats'),
);

/** A cell with its weights, and what its units are held against. */
export const requestSchema = v.object({
  cell: v.string(),
  options: v.record(v.string(), v.union([v.string(), v.boolean()])),
  H: v.number(),
  parameters: vectors,
  initial: vectors,
  /** The task whose fresh sequences are read, and one of its tracks. */
  task: v.string(),
  track: v.string(),
});
export type SearchRequest = v.InferOutput<typeof requestSchema>;

/** What was found over fresh sequences. */
export interface SearchAnswer {
  readonly search: Search;
  readonly saturation: readonly Saturation[];
  readonly level: number;
}

/** How many fresh sequences are read: half are searched, half confirm. */
export const SEQUENCES = 200;
/** Where in the stream of random numbers the sequences come from: not the seeds with which anyone would train. */
const SEED = 20_260_401;

/** Runs a cell over fresh sequences of a task and searches its units. Throws a sentence where they do not fit. */
export function searched(request: SearchRequest): SearchAnswer {
  const declaration = declarationOf(request.cell);
  const task = taskOf(request.task);
  if (!declaration || !task) throw new Error(`There is no ${declaration ? 'task' : 'cell'} of this name`);
  const cell = cellOf(declaration, request.options);
  const program = compile(cell, sizesOf(task.inputs.length, request.H));
  const parameters = parametersFrom(cell, program.sizes, request.parameters);
  const fresh = task.heldOut ?? task;
  const level = task.level.initial;
  const random = randomOf(SEED);
  const observed = Array.from({ length: SEQUENCES }, () => {
    const { x, tracks } = fresh.example(random, level);
    return { tape: runForward(program, parameters, x, request.initial), track: tracks[request.track] ?? [] };
  });
  return {
    search: searchUnits(observed, { seed: SEED }),
    saturation: saturationOf(observed.map(({ tape }) => tape)),
    level,
  };
}
