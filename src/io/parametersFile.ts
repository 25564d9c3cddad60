import * as v from 'valibot';
import { type Cell, cellOf, settledOptions } from '../cell/cell.ts';
import { lengthOf, MAX_SIZE, type Sizes } from '../cell/sizes.ts';
import { declarationOf } from '../cells/index.ts';
import type { InitialStates } from '../engine/given.ts';
import type { Parameters } from '../engine/parameters.ts';
import { sentenceOf } from '../text/refusal.ts';
import { encode } from './encode.ts';
import { fileFields, fileText } from './files.ts';
import { misfitOf } from './fitting.ts';
import { jsonFloat, jsonFloatSchema } from './jsonFloats.ts';
import { MAX_UNITS } from './limits.ts';
import type { Inputs, OutputHead, TaskLevel } from './moment.ts';
import { openedSequence } from './openedSequence.ts';
import { type Refused, refused } from './reading.ts';
import { readValues } from './readValues.ts';
import type { Sequence } from './sequence.ts';
import type { FileChoices } from './table/choices.ts';
import type { TableQuestion } from './table/question.ts';
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
export const fields = v.object({
  cell: v.string(),
  options: v.optional(v.record(v.string(), v.union([v.string(), v.boolean()])), {}),
  D: size,
  H: size,
  parameters: v.record(name, v.union([vector, v.array(vector)])),
  initial: v.optional(v.record(name, vector), {}),
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

/** The result of reading a parameters file: a change of the inputs, a question about parameters left out, or a refusal. */
export type ParametersReading =
  | { readonly ok: true; readonly change: ParametersChange; readonly notices: readonly string[] }
  | TableQuestion
  | Refused;

/**
 * Reads a parameters file as a change of the inputs, for a cell that reads the `features`. A sequence in the file
 * takes the place of the present one. Shapes, names and values are checked, and a sentence says what does not fit; what
 * stands for parameters that are left out is asked, unless it is chosen.
 */
export function readParametersFile(
  data: Uint8Array | string,
  features: readonly string[],
  { leftOut }: FileChoices = {},
): ParametersReading {
  const read = fileFields(data, 'parameters', fields);
  if (!read.ok) return read;
  const { cell: id, options, D, H, parameters, initial } = read.fields;
  const declaration = declarationOf(id);
  if (!declaration) return refused(`This file is for the cell “${id}”, which this page does not know.`);
  const sequence = sequenceOf(read.fields);
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
  const misshapen = wrongShape(cell, sizes, parameters);
  const values = misshapen ?? arraysOf(flatArrays(parameters), lengthsOf(cell.parameters, sizes));
  const states = new Map(cell.states.map((state) => [state.id, sizes[state.dim]]));
  const start = arraysOf(Object.entries(initial), states);
  const head = read.fields.head ? headOf(read.fields.head, H) : null;
  const fault = [values, start, head].find((result) => typeof result === 'string');
  if (fault !== undefined) return refused(`${fault}. Correct the file or export it again.`);
  const missing = cell.parameters.filter(({ name }) => !Object.hasOwn(parameters, name));
  if (missing.length > 0 && !leftOut) return leftOutQuestion(missing.map(({ name }) => name));
  const zeros = leftOut === 'zeros' ? missing : [];
  const chosen = { cell: id, options: cell.options, H };
  return {
    ok: true,
    change: {
      ...chosen,
      initial: start as Inputs['initial'],
      weights: givenWeights(chosen, {
        values: {
          ...(values as Parameters),
          ...Object.fromEntries(zeros.map((p) => [p.name, new Float64Array(lengthOf(p, sizes))])),
        },
        head: head as OutputHead | null,
        origin: 'opened',
        learned: read.fields.trained ?? null,
      }),
      ...(sequence && { sequence }),
    },
    notices: sequence ? ['The sequence of the file is used.'] : [],
  };
}

function leftOutQuestion(names: readonly string[]): TableQuestion {
  const listed = names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');
  return {
    ok: 'question',
    question: `The file leaves out ${listed}. What should replace them?`,
    choices: [
      { label: 'Zeros', written: '--left-out zeros', given: { leftOut: 'zeros' } },
      { label: 'Numbers from the seed', written: '--left-out seed', given: { leftOut: 'seed' } },
    ],
  };
}

type Fields = v.InferOutput<typeof fields>;

/** The sequence of the file, if it has one that its weights can read. */
function sequenceOf({ D, sequence }: Fields): Sequence | null {
  if (!sequence) return null;
  const own = openedSequence(readValues(new Map(Object.entries(sequence)), []), undefined, []);
  return encode(own).D === D ? own : null;
}

/** Describes a matrix of the wrong shape; null if every matrix has its own shape. A flat list has no shape to check. */
function wrongShape(cell: Cell, sizes: Sizes, parameters: Fields['parameters']): string | null {
  for (const { name, shape } of cell.parameters) {
    const given = Object.hasOwn(parameters, name) ? parameters[name] : [];
    if (!given.some((row) => Array.isArray(row))) continue;
    const rows = given.map((row) => (Array.isArray(row) ? row.length : 1));
    const [height, width = 1] = shape.map((dim) => sizes[dim]);
    if (rows.length === height && rows.every((length) => length === width)) continue;
    const even = rows.every((length) => length === rows[0]);
    const found = even ? `${rows.length} × ${rows[0]}` : `rows of ${[...new Set(rows)].join(' and ')} numbers`;
    const turned =
      even && rows.length === width && rows[0] === height ? ': its transpose, which is how Keras stores it' : '';
    return `“${name}” needs ${height} × ${width} numbers, one row per unit, but has ${found}${turned}`;
  }
  return null;
}

const flatArrays = (parameters: Fields['parameters']): readonly (readonly [string, readonly number[]])[] =>
  Object.entries(parameters).map(([key, values]) => [key, values.flat()]);

const lengthsOf = (parameters: Cell['parameters'], sizes: Sizes): ReadonlyMap<string, number> =>
  new Map(parameters.map((p) => [p.name, lengthOf(p, sizes)]));

/** The head, or what is wrong with it. */
function headOf({ W, b, ...rest }: NonNullable<Fields['head']>, H: number): OutputHead | string {
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
