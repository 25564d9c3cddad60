import { answerOf, type Readout, unitQuestion } from '../../analysis/attribution.ts';
import { type PatchMap, patchMap, patchQuestion, unitPatchMap, unitShares } from '../../analysis/patchMap.ts';
import { directPathOf } from '../../engine/directPath.ts';
import { headForward } from '../../engine/head.ts';
import { intervene } from '../../engine/intervention/intervene.ts';
import type { Intervention } from '../../engine/intervention/intervention.ts';
import type { Tape } from '../../engine/tape.ts';
import type { Pin } from '../../io/moment.ts';
import { likeliest, type OutputRow } from '../../notation/outputs.ts';
import { softmax } from '../../ops/softmax.ts';
import { type Predictions, predictionsOf, rowAt } from '../predictions.ts';

/** Two runs of one cell with the same weights, and what is read off them. */
export interface Pair {
  readonly a: Tape;
  readonly b: Tape;
  readonly answers: { readonly a: Predictions; readonly b: Predictions } | null;
}

/** The pair of a run and of one that reads another sequence of the same length. */
export function pairOf(a: Tape, predictions: Predictions | null, b: Tape): Pair {
  const other = predictions && predictionsOf(predictions.head, b);
  return { a, b, answers: predictions && other && { a: predictions, b: other } };
}

/** The timesteps at which the inputs of two runs differ. */
export function differingInputs({ a, b }: Pair): readonly number[] {
  return timesteps(a).filter((t) => a.values('x', t).some((value, k) => value !== b.values('x', t)[k]));
}

/**
 * The timesteps at which two runs answer differently: another class, or another value of the output named (from 0); without
 * a head, another value of that unit of the hidden state.
 */
export function differingAnswers({ a, b, answers }: Pair, output: number): readonly number[] {
  const { output: read } = a.program.cell;
  return timesteps(a).filter((t) => {
    if (!answers) return a.values(read, t)[output] !== b.values(read, t)[output];
    const [ofA, ofB] = [rowAt(answers.a, t), rowAt(answers.b, t)];
    return ofA.probabilities ? likeliest(ofA.y) !== likeliest(ofB.y) : ofA.y[output] !== ofB.y[output];
  });
}

const timesteps = ({ length }: Tape): number[] => Array.from({ length }, (_, k) => k + 1);

/** The question of a map: the share of the way from run A's answer to run B's at a timestep. */
export interface MapQuestion {
  readonly question: Readout;
  readonly timestep: number;
  /** The output that is read where values are asked, or without a head the unit of the hidden state, from 0. */
  readonly output: number;
}

/**
 * The question of the map: about the answer at timestep `at`, or where both answer alike there, the last at which they do
 * not; null where there is none. `output` counts where values are asked or without a head.
 */
export function mapQuestion(pair: Pair, at: number | null, wished: number | null): MapQuestion | null {
  const { a, b, answers } = pair;
  const outputs = answers ? answers.a.head.outputs.length : a.slot(a.program.cell.output).size;
  const output = Math.min(wished ?? 0, outputs - 1);
  const differing = differingAnswers(pair, output);
  const timestep = at !== null && differing.includes(at) ? at : differing.at(-1);
  if (timestep === undefined) return null;
  const question = answers
    ? patchQuestion(a, b, answers.a.head, answers.a.head.asks, timestep, output)
    : unitQuestion(a.program, a.program.cell.output, output, timestep);
  return question && { question, timestep, output };
}

/** The most multiplications that a map may take: about a second. */
const MOST_WORK = 2e9;

/** True if the map of all signals can be computed while the reader waits. */
export function fitsInTime({ a }: Pair, timestep: number): boolean {
  const weights = Object.values(a.parameters).reduce((sum, { length }) => sum + length, 0);
  return (a.program.cell.signals.length * weights * timestep ** 2) / 2 <= MOST_WORK;
}

/** The map of all signals, or of the units of one; null where both runs answer alike. */
export const mapOf = ({ a, b }: Pair, { question }: MapQuestion, signal: string | null): PatchMap | null =>
  signal === null ? patchMap(a, b, question) : unitPatchMap(a, b, question, signal);

/** Between which ends the entries of a row lie over a span of timesteps. */
export interface Carried {
  readonly id: string;
  readonly least: number;
  readonly most: number;
}

/** The path of a difference from the last input that differs to the timestep before the question. */
export interface Carrying {
  readonly from: number;
  readonly until: number;
  readonly states: readonly Carried[];
  readonly gates: readonly Carried[];
  readonly candidates: readonly Carried[];
}

/** The path of the difference in a map of all signals; null if no timestep lies between inputs and question. */
export function carryingOf(pair: Pair, { rows, entries }: PatchMap, timestep: number): Carrying | null {
  const from = (differingInputs(pair).findLast((t) => t <= timestep) ?? timestep) + 1;
  const until = timestep - 1;
  if (from > until) return null;
  const { signals, states } = pair.a.program.cell;
  const over = (id: string): Carried => {
    const span = entries[rows.indexOf(id)].slice(from - 1, until);
    return { id, least: Math.min(...span), most: Math.max(...span) };
  };
  const role = (wanted: string): Carried[] =>
    signals.filter(({ info }) => info.role === wanted).map(({ id }) => over(id));
  return {
    from,
    until,
    states: states.filter(({ id }) => rows.includes(id)).map(({ id }) => over(id)),
    gates: role('gate'),
    candidates: role('candidate'),
  };
}

/** The share of a state that passes its gates without being rewritten. */
export interface Kept {
  readonly state: string;
  /** The share that is kept at a step, on average over units and steps. */
  readonly mean: number;
  /** The unit of which most is kept over all steps together, and that share. */
  readonly unit: number;
  readonly most: number;
  readonly steps: number;
}

/** The shares that the direct path of a run keeps from step to step (for an LSTM the forget gates); null without such a path. */
export function keptOf(tape: Tape, { from, until }: Pick<Carrying, 'from' | 'until'>): Kept | null {
  for (const { id } of tape.program.cell.states) {
    const path = directPathOf(tape, id);
    if (!path) continue;
    const { size } = tape.slot(id);
    const factors = path.factors.subarray((from - 1) * size, until * size);
    const products = Float64Array.from({ length: size }, (_, k) =>
      factors.reduce((product, factor, at) => (at % size === k ? product * factor : product), 1),
    );
    const unit = likeliest(products);
    const mean = factors.reduce((sum, factor) => sum + factor / factors.length, 0);
    return { state: id, mean, unit, most: products[unit], steps: until - from + 1 };
  }
  return null;
}

/** The state that moves the answer farthest at a timestep, in a map of all signals. */
export function leadingState({ a }: Pair, { rows, entries }: PatchMap, t: number): string {
  const share = (id: string): number => entries[rows.indexOf(id)][t - 1];
  return a.program.cell.states.map(({ id }) => id).reduce((best, id) => (share(id) > share(best) ? id : best));
}

/** The unit of a signal that moves the answer farthest when it alone is borrowed at a timestep, and how far. */
export function strongestUnit({ a, b }: Pair, { question }: MapQuestion, signal: string, t: number): Strongest | null {
  const shares = unitShares(a, b, question, signal, t);
  if (!shares || shares.length < 2) return null;
  const unit = likeliest(shares);
  return { unit, share: shares[unit] };
}

/** One unit of a signal and how far it moves the answer. */
export interface Strongest {
  readonly unit: number;
  readonly share: number;
}

/** A borrowed value: a signal, or one unit of it, at one timestep. */
export interface Entry {
  readonly signal: string;
  /** The unit, from 0; null: all units. */
  readonly unit: number | null;
  readonly t: number;
}

/** The entry as an intervention. */
export const borrowing = ({ signal, unit, t }: Entry): Intervention => ({
  key: signal,
  to: null,
  units: unit === null ? null : [unit],
  from: t,
  until: t,
  change: { kind: 'borrow', from: 'other' },
});

/** The entry that an intervention borrows; null where it changes something else. */
export function borrowedEntry({ key, to, units, from, until, change, off }: Pin): Entry | null {
  const whole = to === null && from === until && (units === null || units.length === 1);
  if (off || !whole || change.kind !== 'borrow' || change.from !== 'other') return null;
  return { signal: key, unit: units === null ? null : units[0], t: from };
}

/** The outputs at the timestep of the question, or without a head the unit of the hidden state. */
export interface Readings {
  readonly a: OutputRow;
  readonly borrowed: OutputRow;
  readonly b: OutputRow;
  /** The share of the way from A's answer to B's, as in the map. */
  readonly share: number;
}

/** Returns the outputs of runs A and B, and those of A with a value borrowed from B. */
export function readingsOf(
  { a, b, answers }: Pair,
  { question, timestep, output }: MapQuestion,
  entry: Entry,
): Readings {
  const run = intervene(a, [borrowing(entry)], b);
  const row = (tape: Tape): OutputRow => {
    const h = tape.values(tape.program.cell.output, timestep);
    if (!answers) return { y: h.subarray(output, output + 1), probabilities: null };
    const y = headForward(answers.a.head, h);
    return { y, probabilities: answers.a.probabilities && softmax(y) };
  };
  const at = (tape: Tape): number => answerOf(tape, question);
  return { a: row(a), borrowed: row(run), b: row(b), share: (at(run) - at(a)) / (at(b) - at(a)) };
}
