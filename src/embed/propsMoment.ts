import { type Cell, cellOf, settledOptions } from '../cell/cell.ts';
import type { OptionValues } from '../cell/declaration.ts';
import { sizesOf } from '../cell/sizes.ts';
import { declarationOf, registry } from '../cells/index.ts';
import { parametersFrom } from '../engine/parameters.ts';
import { chosenCell } from '../io/cellChoice.ts';
import { defaultInputs } from '../io/defaults.ts';
import { encode } from '../io/encode.ts';
import { misfitOf } from '../io/fitting.ts';
import { limitSentences, MAX_FEATURES, MAX_TIMESTEPS, MAX_UNITS } from '../io/limits.ts';
import type { OutputHead } from '../io/moment.ts';
import { columnName, type Sequence } from '../io/sequence.ts';
import { readText } from '../io/tokens.ts';
import { givenWeights, seededWeights } from '../io/weights.ts';
import type { Inputs } from '../store/state.ts';
import { Refusal } from '../text/refusal.ts';
import type { Given } from './props.ts';

/** The props that decide the numbers. */
export type InputProps = Given<
  'cell' | 'options' | 'units' | 'text' | 'tokens' | 'rows' | 'columns' | 'weights' | 'seed' | 'initial' | 'head'
>;

/** The inputs that the props ask for, over those of a link. Throws a sentence where they do not fit together. */
export function inputsFrom(props: InputProps, base: Inputs = defaultInputs): Inputs {
  const { cell: id = base.cell, units: H = base.H, weights, head } = props;
  // a host may pass on an option that it was not given
  const wished = Object.entries(props.options ?? {}).filter((entry) => entry[1] !== undefined);
  const options = props.options ? (Object.fromEntries(wished) as OptionValues) : base.options;
  const declaration = declarationOf(id);
  if (!declaration) throw new Refusal(`There is no cell “${id}”; there are ${registry.map((d) => d.id).join(', ')}.`);
  if (H > MAX_UNITS) throw new Refusal(`units is ${H}. ${limitSentences.units}`);
  const chosen = { cell: id, options, H };
  const cell = props.options ? cellOf(declaration, settledOptions(declaration, options)) : chosenCell(chosen);
  const sequence = sequenceFrom(props, base.sequence);
  const sizes = sizesOf(encode(sequence).D, H);
  return {
    ...base,
    ...chosen,
    weights: weightsFrom(props, base, () =>
      givenWeights(chosen, {
        values: weights ? parametersFrom(cell, sizes, weights) : {},
        head: head ? headFrom(head, H) : null,
        origin: 'opened',
        initialisation: initialisationFrom(props, base),
      }),
    ),
    initial: props.initial ? initialFrom(cell, H, props.initial) : base.initial,
    sequence,
  };
}

function weightsFrom(props: InputProps, base: Inputs, given: () => Inputs['weights']): Inputs['weights'] {
  if (props.weights || props.head) return given();
  return props.seed === undefined ? base.weights : seededWeights(initialisationFrom(props, base));
}

const initialisationFrom = ({ seed }: InputProps, { weights: { initialisation } }: Inputs) => ({
  ...initialisation,
  ...(seed !== undefined && { seed: seedFrom(seed) }),
});

function seedFrom(seed: number): number {
  if (Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff) return seed;
  throw new Refusal(`seed is ${seed}; it must be a whole number from 0 to ${0xffffffff}.`);
}

function sequenceFrom({ rows, columns, text, tokens = 'characters' }: InputProps, base: Sequence): Sequence {
  if (rows) return numbersFrom(rows, columns);
  if (text === undefined) return base;
  const reading = readText(text, tokens);
  if (reading.ok) return reading.sequence;
  throw new Refusal(reading.message);
}

function numbersFrom(given: NonNullable<InputProps['rows']>, columns: InputProps['columns']): Sequence {
  const rows = Array.from(given, (row) => (typeof row === 'number' ? [row] : Array.from(row)));
  const D = rows[0]?.length ?? columns?.length ?? 1;
  if (rows.length > MAX_TIMESTEPS || D > MAX_FEATURES)
    throw new Refusal(`rows has too many numbers. ${limitSentences.numbers}`);
  for (const [k, row] of rows.entries()) {
    if (row.length !== D || D === 0)
      throw new Refusal(`Timestep ${k + 1} of rows has ${row.length} numbers, not ${D || 'at least 1'}.`);
    if (!row.every(Number.isFinite))
      throw new Refusal(`Timestep ${k + 1} of rows holds something that is not a finite number.`);
  }
  if (columns && columns.length !== D) throw new Refusal(`columns names ${columns.length} inputs, but rows has ${D}.`);
  const names = columns ?? Array.from({ length: D }, (_, k) => columnName(k, D));
  return { kind: 'numbers', columns: names, rows, scaling: 'none' };
}

function headFrom({ asks = 'class', ...given }: NonNullable<InputProps['head']>, H: number): OutputHead {
  const head = { ...given, asks, W: Float64Array.from(given.W), b: Float64Array.from(given.b) };
  const misfit = misfitOf(head, H);
  if (misfit) throw new Refusal(`head ${misfit}.`);
  if (![...head.W, ...head.b].every(Number.isFinite))
    throw new Refusal('head holds something that is not a finite number.');
  return head;
}

function initialFrom(cell: Cell, H: number, given: NonNullable<InputProps['initial']>): Inputs['initial'] {
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
