import { type Cell, cellOf, settledOptions } from '../cell/cell.ts';
import type { OptionValues } from '../cell/declaration.ts';
import { sizesOf } from '../cell/sizes.ts';
import { declarationOf, registry } from '../cells/index.ts';
import { parametersFrom } from '../engine/parameters.ts';
import { defaultInputs } from '../io/defaults.ts';
import { encode } from '../io/encode.ts';
import { misfitOf } from '../io/fitting.ts';
import { limitSentences, MAX_FEATURES, MAX_TIMESTEPS, MAX_UNITS } from '../io/limits.ts';
import type { OutputHead } from '../io/moment.ts';
import { columnName, type Sequence } from '../io/sequence.ts';
import { readText } from '../io/tokens.ts';
import { defaultInitialisation, givenWeights, seededWeights } from '../io/weights.ts';
import type { Inputs } from '../store/state.ts';
import { Refusal } from '../text/refusal.ts';
import type { GateDiagramProps } from './GateDiagram.tsx';

/** Some of the component's props, each of which may be undefined where a host passes it on. */
export type Given<Names extends keyof GateDiagramProps> = {
  readonly [Name in Names]?: GateDiagramProps[Name] | undefined;
};

/** The props that decide the numbers. */
export type InputProps = Given<
  | 'cell'
  | 'options'
  | 'hiddenSize'
  | 'text'
  | 'tokens'
  | 'sequence'
  | 'columns'
  | 'parameters'
  | 'seed'
  | 'initialStates'
  | 'head'
>;

/** The inputs that the props ask for. Throws a sentence where they do not fit together. */
export function inputsFrom(props: InputProps): Inputs {
  const {
    cell: id = defaultInputs.cell,
    options: wished = {},
    hiddenSize: H = defaultInputs.H,
    parameters,
    initialStates,
    head,
  } = props;
  // a host may pass on an option that it was not given
  const options = Object.fromEntries(Object.entries(wished).filter((entry) => entry[1] !== undefined)) as OptionValues;
  const declaration = declarationOf(id);
  if (!declaration) throw new Refusal(`There is no cell “${id}”; there are ${registry.map((d) => d.id).join(', ')}.`);
  if (H > MAX_UNITS) throw new Refusal(`hiddenSize is ${H}. ${limitSentences.units}`);
  const cell = cellOf(declaration, settledOptions(declaration, options));
  const sequence = sequenceFrom(props);
  const sizes = sizesOf(encode(sequence).D, H);
  const chosen = { cell: id, options, H };
  const initialisation = { seed: seedFrom(props.seed ?? defaultInitialisation.seed) };
  return {
    ...chosen,
    weights:
      parameters || head
        ? givenWeights(chosen, {
            values: parameters ? parametersFrom(cell, sizes, parameters) : {},
            head: head ? headFrom(head, H) : null,
            origin: 'opened',
            initialisation,
          })
        : seededWeights(initialisation),
    initial: initialFrom(cell, H, initialStates ?? {}),
    sequence,
  };
}

function seedFrom(seed: number): number {
  if (Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff) return seed;
  throw new Refusal(`seed is ${seed}; it must be a whole number from 0 to ${0xffffffff}.`);
}

function sequenceFrom({ sequence, columns, text, tokens = 'characters' }: InputProps): Sequence {
  if (sequence) return numbersFrom(sequence, columns);
  if (text === undefined) return defaultInputs.sequence;
  const reading = readText(text, tokens);
  if (reading.ok === true) return reading.sequence;
  throw new Refusal(reading.ok === false ? reading.message : reading.question);
}

function numbersFrom(sequence: NonNullable<InputProps['sequence']>, columns: InputProps['columns']): Sequence {
  const rows = Array.from(sequence, (row) => (typeof row === 'number' ? [row] : Array.from(row)));
  const D = rows[0]?.length ?? columns?.length ?? 1;
  if (rows.length > MAX_TIMESTEPS || D > MAX_FEATURES)
    throw new Refusal(`sequence is too long. ${limitSentences.numbers}`);
  for (const [k, row] of rows.entries()) {
    if (row.length !== D || D === 0)
      throw new Refusal(`Timestep ${k + 1} of sequence has ${row.length} numbers, not ${D || 'at least 1'}.`);
    if (!row.every(Number.isFinite))
      throw new Refusal(`Timestep ${k + 1} of sequence holds something that is not a finite number.`);
  }
  if (columns && columns.length !== D)
    throw new Refusal(`columns names ${columns.length} inputs, but sequence has ${D}.`);
  const names = columns ?? Array.from({ length: D }, (_, k) => columnName(k, D));
  return { kind: 'numbers', columns: names, rows, scaling: 'none' };
}

function headFrom({ asks = 'class', ...given }: NonNullable<InputProps['head']>, H: number): OutputHead {
  const head = { ...given, asks, W: Float64Array.from(given.W), b: Float64Array.from(given.b) };
  const misfit = misfitOf(head, H);
  if (misfit) throw new Refusal(`head ${misfit}.`);
  if (![...head.W, ...head.b].every(Number.isFinite)) throw new Refusal('head holds something that is not finite.');
  return head;
}

function initialFrom(cell: Cell, H: number, given: NonNullable<InputProps['initialStates']>): Inputs['initial'] {
  return Object.fromEntries(
    Object.entries(given).map(([id, values]) => {
      if (!cell.states.some((state) => state.id === id))
        throw new Refusal(
          `${cell.name} has no state “${id}”; it has ${cell.states.map((state) => state.id).join(', ')}.`,
        );
      const numbers = Float64Array.from(values);
      if (numbers.length !== H || !numbers.every(Number.isFinite))
        throw new Refusal(`The initial state ${id} needs ${H} finite numbers.`);
      return [id, numbers];
    }),
  );
}
