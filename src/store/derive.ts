import { type Cell, cellOf } from '../cell/cell.ts';
import type { CellDeclaration } from '../cell/declaration.ts';
import { lengthOf, type Sizes, sizesOf } from '../cell/sizes.ts';
import { declarationOf } from '../cells/index.ts';
import { runForward, runSingle, type Runner as SingleRun } from '../engine/forward.ts';
import type { InitialStates } from '../engine/given.ts';
import { type Initialisation, initialParameters, type Parameters } from '../engine/parameters.ts';
import { compile, type Program } from '../engine/program.ts';
import type { SingleRuns } from '../engine/single/forward.ts';
import type { Tape } from '../engine/tape.ts';
import { besideInputs } from '../io/beside.ts';
import { fittingOptions } from '../io/cellChoice.ts';
import { encode, encodeBeside } from '../io/encode.ts';
import type { EncodedSequence } from '../io/sequence.ts';
import { headIn, valuesIn } from '../io/weights.ts';
import { Refusal } from '../text/refusal.ts';
import type { Intervene, Intervened } from './intervened.ts';
import type { Intervening } from './lazyIntervene.ts';
import { memoizeLast } from './memoizeLast.ts';
import { type Predictions, predictionsOf } from './predictions.ts';
import type { Inputs, Pin } from './state.ts';

/** Consecutive signals of one stage: positions start…end−1 of the timestep. A cell may return to a stage. */
export interface StageSpan {
  readonly id: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** A run and what is read off it. */
export interface Run {
  readonly tape: Tape;
  /** The answers of the head; null if the cell has no head, or if its weights are not those with which the head was given. */
  readonly predictions: Predictions | null;
}

/** Everything that follows from the inputs; the run is the one with the interventions that act. */
export interface Derived extends Run {
  readonly declaration: CellDeclaration;
  readonly cell: Cell;
  readonly sizes: Sizes;
  readonly program: Program;
  readonly parameters: Parameters;
  readonly initial: InitialStates;
  readonly encoded: EncodedSequence;
  readonly stages: readonly StageSpan[];
  /** The run with the same weights that reads the other sequence; null where there is none that fits. */
  readonly other: { readonly encoded: EncodedSequence; readonly tape: Tape } | null;
  /**
   * The interventions that fit the cell, its sizes and the sequence, on or off, in the order in which they act. Without
   * another sequence they borrow from the first run beside this one.
   */
  readonly interventions: readonly Pin[];
  /** The run without interventions; its tape is that of the run where none acts. */
  readonly free: Run;
}

/** Derives all values from inputs; the same inputs give the same object, unless a runner was loaded in between. */
export type Derive = (inputs: Inputs) => Derived;

/** The largest tape in numbers (256 MB). */
export const MAX_TAPE = 2 ** 25;

/**
 * A derivation that remembers its last result, part by part: what does not depend on a change is the same object
 * afterwards. What `single` prepares is run in float32, all else in float64. Interventions act once `intervening` has what
 * runs them. Throws a sentence for inputs that cannot be shown.
 */
export function createDerive(single: SingleRuns = () => null, intervening: Intervening = () => null): Derive {
  const cell = memoizeLast(cellFrom);
  const encoded = memoizeLast(encode);
  const sizes = memoizeLast((D: number, H: number) => sizesOf(D, H));
  const program = memoizeLast(compile);
  const seeded = memoizeLast((c: Cell, s: Sizes, seed: number, gain: number, forgetBias: number) =>
    initialParameters(c, s, { seed, gain, forgetBias }),
  );
  const drawn = (c: Cell, s: Sizes, { seed, gain, forgetBias }: Required<Initialisation>): Parameters =>
    seeded(c, s, seed, gain, forgetBias);
  const parameters = memoizeLast(overlaid);
  const initial = memoizeLast(initialStates);
  const plain = memoizeLast(runChecked);
  const changed = memoizeLast(withInterventions);
  const stages = memoizeLast(stageSpansOf);
  const other = memoizeLast(otherRun);
  const whole = memoizeLast(coversAll);
  const predictions = memoizeLast(predictionsOf);
  const freePredictions = memoizeLast(predictionsOf);
  const besideDerive = memoizeLast(() => createDerive());
  /** The run beside the first, without interventions, if a value is borrowed from it. */
  const besideTape = (inputs: Inputs): Tape | undefined => {
    const [variation] = inputs.beside ?? [];
    if (!variation || !inputs.interventions?.some(borrowsFromOther)) return undefined;
    const { interventions: _, ...free } = besideInputs(inputs, variation);
    return besideDerive()(free).tape;
  };
  return memoizeLast((inputs: Inputs): Derived => {
    const c = cell(inputs.cell, inputs.options);
    const e = encoded(inputs.sequence);
    const s = sizes(e.D, inputs.H);
    const p = program(c, s);
    const w = parameters(c, s, drawn(c, s, inputs.weights.initialisation), valuesIn(inputs));
    const i = initial(c, s, inputs.initial);
    const run = plain(single(p), p, w, e.x, i);
    const lender = other(p, w, e, i, inputs.other);
    const pins = inputs.interventions ?? none;
    const { interventions, free, tape } = changed(
      pins.length > 0 ? intervening() : null,
      run,
      pins,
      lender?.tape ?? besideTape(inputs),
    );
    const head = whole(c, s, valuesIn(inputs)) ? headIn(inputs) : null;
    const answers = predictions(head, tape);
    return {
      declaration: c.declaration,
      cell: c,
      sizes: s,
      program: p,
      parameters: w,
      initial: i,
      encoded: e,
      tape,
      predictions: answers,
      stages: stages(c),
      other: lender,
      interventions,
      free: { tape: free, predictions: free === tape ? answers : freePredictions(head, free) },
    };
  });
}

const none: readonly Pin[] = [];

const borrowsFromOther = ({ change }: Pin): boolean => change.kind === 'borrow' && change.from === 'other';

function withInterventions(intervene: Intervene | null, run: Tape, pins: readonly Pin[], other?: Tape): Intervened {
  return intervene?.(run, pins, other) ?? { interventions: none, free: run, tape: run };
}

function cellFrom(id: string, options: Inputs['options']): Cell {
  const declaration = declarationOf(id);
  if (!declaration) throw new Error(`There is no cell “${id}”`);
  return cellOf(declaration, fittingOptions(declaration, options));
}

function overlaid(cell: Cell, sizes: Sizes, seeded: Parameters, given: Parameters): Parameters {
  return Object.fromEntries(
    cell.parameters.map((p) => {
      const values = Object.hasOwn(given, p.name) ? given[p.name] : undefined;
      return [p.name, values?.length === lengthOf(p, sizes) ? values : seeded[p.name]];
    }),
  );
}

/** True if every parameter is given: no answer is read off weights that are random in part. */
function coversAll(cell: Cell, sizes: Sizes, given: Parameters): boolean {
  return cell.parameters.every((p) => Object.hasOwn(given, p.name) && given[p.name].length === lengthOf(p, sizes));
}

function initialStates(cell: Cell, sizes: Sizes, given: Inputs['initial']): InitialStates {
  return Object.fromEntries(
    cell.states.map(({ id, dim, initial }) => {
      const values = Object.hasOwn(given, id) ? given[id] : undefined;
      return [id, values?.length === sizes[dim] ? values : new Float64Array(sizes[dim]).fill(initial)];
    }),
  );
}

function runChecked(
  single: SingleRun | null,
  program: Program,
  parameters: Parameters,
  x: Float64Array,
  initial: InitialStates,
): Tape {
  const T = x.length / program.sizes.D;
  const limit = Math.floor(MAX_TAPE / program.frameSize) - 1;
  if (T > limit)
    throw new Refusal(`${T} timesteps do not fit: with H = ${program.sizes.H} the page holds up to ${limit}.`);
  return runSingle(single, program, parameters, x, initial);
}

function otherRun(
  program: Program,
  parameters: Parameters,
  first: EncodedSequence,
  initial: InitialStates,
  sequence: Inputs['other'],
): Derived['other'] {
  const encoded = sequence ? encodeBeside(first, sequence) : null;
  return encoded && { encoded, tape: runForward(program, parameters, encoded.x, initial) };
}

/** The stages of one timestep, in the order in which they are computed. */
export function stageSpansOf(cell: Cell): readonly StageSpan[] {
  const labels = new Map(cell.stages.map((stage) => [stage.id, stage.label]));
  const spans: StageSpan[] = [];
  for (const [k, { info }] of cell.signals.entries()) {
    const last = spans.at(-1);
    if (last?.id === info.stage) spans[spans.length - 1] = { ...last, end: k + 1 };
    else spans.push({ id: info.stage, label: labels.get(info.stage) ?? info.stage, start: k, end: k + 1 });
  }
  return spans;
}
