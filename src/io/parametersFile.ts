import * as v from 'valibot';
import { type Cell, cellOf, settledOptions } from '../cell/cell.ts';
import { lengthOf, MAX_SIZE, type Sizes } from '../cell/sizes.ts';
import { declarationOf } from '../cells/index.ts';
import type { InitialStates } from '../engine/given.ts';
import type { Parameters } from '../engine/parameters.ts';
import { sentenceOf } from '../text/refusal.ts';
import { encode, sameFeatures } from './encode.ts';
import { fileFields, fileText } from './files.ts';
import { misfitOf } from './fitting.ts';
import { jsonFloat, jsonFloatSchema } from './floats.ts';
import { MAX_UNITS } from './limits.ts';
import type { Inputs, OutputHead, TaskLevel } from './moment.ts';
import { openedSequence } from './openedSequence.ts';
import { type Refused, refused } from './reading.ts';
import { readValues } from './readValues.ts';
import type { Sequence } from './sequence.ts';
import { taskLevelSchema } from './taskLevel.ts';
import { type GivenWeights, givenWeights } from './weights.ts';

/**
 * Parameters, and where there are any, initial states, the head, what they were trained on and what is read, as JSON; a
 * matrix is an array of its rows. Every float64 keeps its bits.
 */
export function parametersFile(
  cell: Cell,
  sizes: Sizes,
  parameters: Parameters,
  {
    initial = {},
    head = null,
    trained = null,
    sequence,
  }: {
    readonly initial?: InitialStates;
    readonly head?: OutputHead | null;
    readonly trained?: TaskLevel | null;
    /** As the keys of a link (`sequenceKeysOf`). */
    readonly sequence?: Readonly<Record<string, string>>;
  } = {},
): string {
  const arrays = cell.parameters.map((p) => {
    const columns = p.shape.length > 1 ? sizes[p.shape[1]] : 0;
    const values = Array.from(parameters[p.name], jsonFloat);
    return [p.name, columns === 0 ? values : rowsOf(values, columns)];
  });
  return fileText('parameters', {
    cell: cell.id,
    options: cell.options,
    D: sizes.D,
    H: sizes.H,
    parameters: Object.fromEntries(arrays),
    initial: Object.fromEntries(Object.entries(initial).map(([id, values]) => [id, Array.from(values, jsonFloat)])),
    ...(head && { head: headFields(head, sizes.H) }),
    ...(trained && { trained }),
    ...(sequence && { sequence }),
  });
}

const headFields = ({ outputs, asks, W, b }: OutputHead, H: number) => ({
  outputs,
  asks,
  W: rowsOf(Array.from(W, jsonFloat), H),
  b: Array.from(b, jsonFloat),
});

function rowsOf<T>(values: readonly T[], columns: number): T[][] {
  return Array.from({ length: values.length / columns }, (_, r) => values.slice(r * columns, (r + 1) * columns));
}

const vector = v.array(jsonFloatSchema);
const size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_SIZE));
const name = v.pipe(v.string(), v.regex(/^[A-Za-z](_?[A-Za-z]+)?$/));
const fields = v.object({
  cell: v.string(),
  options: v.record(v.string(), v.union([v.string(), v.boolean()])),
  D: size,
  H: size,
  parameters: v.record(name, v.union([vector, v.array(vector)])),
  initial: v.record(name, vector),
  head: v.optional(
    v.object({
      outputs: v.pipe(v.array(v.string()), v.maxLength(MAX_SIZE)),
      asks: v.picklist(['class', 'value']),
      W: v.array(vector),
      b: vector,
    }),
  ),
  trained: v.optional(taskLevelSchema),
  sequence: v.optional(v.record(v.string(), v.string())),
});

/** The inputs that a parameters file brings. */
export interface ParametersChange extends Pick<Inputs, 'cell' | 'options' | 'H' | 'initial'> {
  readonly weights: GivenWeights;
  readonly sequence?: Sequence;
}

/**
 * What a parameters file changes in the inputs, where inputs of the names `features` are read. Where it is for others
 * the sequence changes to that of the file, if it has one. Lengths, names and values are checked, and a sentence says
 * what does not fit.
 */
export function readParametersFile(
  data: Uint8Array | string,
  features: readonly string[],
):
  | {
      readonly ok: true;
      readonly change: ParametersChange;
    }
  | Refused {
  const read = fileFields(data, 'parameters', fields);
  if (!read.ok) return read;
  const { cell: id, options, H, parameters, initial } = read.fields;
  const declaration = declarationOf(id);
  if (!declaration) return refused(`This file is for the cell “${id}”, which this page does not know.`);
  const { D } = read.fields;
  const sequence = sequenceOf(read.fields, features);
  if (!sequence && D !== features.length)
    return refused(
      `These parameters are for D = ${D} inputs, but the sequence has ${features.length}. Choose a sequence with ${D} first.`,
    );
  if (H > MAX_UNITS) return refused(`These parameters are for H = ${H} units; the page shows at most ${MAX_UNITS}.`);
  let cell: Cell;
  try {
    cell = cellOf(declaration, settledOptions(declaration, options));
  } catch (error) {
    return refused(`The options of this file do not fit: ${sentenceOf(error)}`);
  }
  const sizes: Sizes = { D, H, P: 0 };
  const lengths = new Map(cell.parameters.map((p) => [p.name, lengthOf(p, sizes)]));
  const states = new Map(cell.states.map((state) => [state.id, sizes[state.dim]]));
  const values = arraysOf(
    Object.entries(parameters).map(([key, values]) => [key, values.flat()]),
    lengths,
  );
  const start = arraysOf(Object.entries(initial), states);
  const head = read.fields.head ? headOf(read.fields.head, H) : null;
  const fault = [values, start, head].find((result) => typeof result === 'string');
  if (fault !== undefined) return refused(`${fault}. Correct the file or export it again.`);
  const chosen = { cell: id, options: cell.options, H };
  return {
    ok: true,
    change: {
      ...chosen,
      initial: start as Inputs['initial'],
      weights: givenWeights(chosen, {
        values: values as Parameters,
        head: head as OutputHead | null,
        origin: 'opened',
        learned: read.fields.trained ?? null,
      }),
      ...(sequence && { sequence }),
    },
  };
}

/**
 * The sequence of the file, where weights of D inputs cannot read what is read now: other inputs for a network that has
 * learned its own, another number of them for any. Null where the present one stays.
 */
function sequenceOf({ D, head, sequence }: v.InferOutput<typeof fields>, features: readonly string[]): Sequence | null {
  if (!sequence) return null;
  const own = openedSequence(readValues(new Map(Object.entries(sequence)), []), undefined, []);
  const encoded = encode(own);
  const others = features.length !== D || (head && !sameFeatures(encoded.features, features));
  return encoded.D === D && others ? own : null;
}

/** The head, or what is wrong with it. */
function headOf({ W, b, ...rest }: NonNullable<v.InferOutput<typeof fields>['head']>, H: number): OutputHead | string {
  const head = { ...rest, W: Float64Array.from(W.flat()), b: Float64Array.from(b) };
  const misfit = misfitOf(head, H);
  if (misfit) return `“head” ${misfit}`;
  return [...head.W, ...head.b].every(Number.isFinite) ? head : '“head” holds something that is not a finite number';
}

/** The arrays, or what is wrong with one of them. */
function arraysOf(
  given: readonly (readonly [string, readonly number[]])[],
  lengths: ReadonlyMap<string, number>,
): Readonly<Record<string, Float64Array>> | string {
  for (const [key, values] of given) {
    const length = lengths.get(key);
    if (length === undefined) return `This cell has no “${key}”`;
    if (values.length !== length) return `“${key}” has ${values.length} values, but needs ${length}`;
    if (!values.every(Number.isFinite)) return `“${key}” holds something that is not a finite number`;
  }
  return Object.fromEntries(given.map(([key, values]) => [key, Float64Array.from(values)]));
}
