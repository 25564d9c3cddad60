import { type Head, headForward } from '../engine/head.ts';
import { inFloat64 } from '../engine/intervention/intervene.ts';
import { createPatch } from '../engine/intervention/patcher.ts';
import type { Tape } from '../engine/tape.ts';
import { answerOf, type Readout } from './attribution.ts';

/** Measures how far one borrowed value moves the answer of run A to that of run B: 0 not at all, 1 all the way. */
export interface PatchMap {
  /** The rows of the map: the borrowed signals, or the units of one. */
  readonly rows: readonly string[];
  /** Row by row, an entry a timestep from 1 to the one that is asked about. Any number; usually between 0 and 1. */
  readonly entries: readonly Float64Array[];
  /** The answers of the two runs to the question. */
  readonly a: number;
  readonly b: number;
}

/**
 * Measures how far the answer of run A to a question moves towards that of run B when one signal of one timestep is borrowed from B
 * and all that follows is computed anew: (answer of the patched run − A's) / (B's − A's), for every signal and timestep
 * (activation patching, causal tracing; Vig et al. 2020, Meng et al. 2022). Null where both answer alike. Throws a sentence
 * where the two are not runs of one cell with the same weights over sequences of one length.
 */
export function patchMap(a: Tape, b: Tape, question: Readout): PatchMap | null {
  const signals = a.program.cell.signals.map(({ id }) => id);
  return mapOf(a, b, question, signals, (signal) => ({ signal, units: null }));
}

/** The same for every unit of one signal. */
export function unitPatchMap(a: Tape, b: Tape, question: Readout, signal: string): PatchMap | null {
  const { size } = a.slot(signal);
  const units = Array.from({ length: size }, (_, k) => k);
  const map = mapOf(a, b, question, units, (unit) => ({ signal, units: [unit] }));
  return map && { ...map, rows: units.map((unit) => `${signal}${unit + 1}`) };
}

/** The effect on the answer of borrowing each unit of a signal at timestep t; null if both runs answer alike. */
export function unitShares(a: Tape, b: Tape, question: Readout, signal: string, t: number): Float64Array | null {
  const units = Array.from({ length: a.slot(signal).size }, (_, k) => k);
  const map = mapOf(a, b, question, units, (unit) => ({ signal, units: [unit] }), [t]);
  return map && Float64Array.from(map.entries, ([share]) => share);
}

interface Borrowed {
  readonly signal: string;
  readonly units: readonly number[] | null;
}

function mapOf<R extends string | number>(
  runA: Tape,
  runB: Tape,
  question: Readout,
  rows: readonly R[],
  borrowed: (row: R) => Borrowed,
  timesteps = Array.from({ length: question.timestep }, (_, k) => k + 1),
): PatchMap | null {
  checkPair(runA, runB);
  const [a, b] = [inFloat64(runA), inFloat64(runB)];
  const answers = { a: answerOf(a, question), b: answerOf(b, question) };
  if (answers.a === answers.b) return null;
  const { signal: read, timestep, direction } = question;
  const patch = createPatch(a, read, timestep);
  const result = new Float64Array(a.slot(read).size);
  const entry = ({ signal, units }: Borrowed, t: number): number => {
    const values = b.values(signal, t);
    const own = a.values(signal, t);
    const same = units ? units.every((unit) => own[unit] === values[unit]) : own.every((v, k) => v === values[k]);
    if (same || !patch(signal, t, values, units, result)) return 0;
    const moved = result.reduce((sum, v, u) => sum + direction[u] * v, 0) - answers.a;
    return moved === 0 ? 0 : moved / (answers.b - answers.a);
  };
  return {
    rows: rows.map(String),
    entries: rows.map((row) => Float64Array.from(timesteps, (t) => entry(borrowed(row), t))),
    ...answers,
  };
}

function checkPair(a: Tape, b: Tape): void {
  const [one, other] = [a.program.cell, b.program.cell];
  const sameCell =
    one.declaration === other.declaration &&
    Object.entries(one.options).every(([name, value]) => other.options[name] === value);
  const sameWeights = Object.entries(a.parameters).every(([name, values]) => {
    const others = b.parameters[name];
    return values === others || (others?.length === values.length && values.every((v, k) => v === others[k]));
  });
  if (!sameCell || !sameWeights) throw new Error('A patch map needs two runs of one cell with the same weights');
  if (a.length !== b.length)
    throw new RangeError(
      `A patch map needs two sequences of one length; these have ${a.length} and ${b.length} timesteps`,
    );
}

/**
 * The question of a patch map at a timestep: for classes how far B's answer is above A's, null where both answer the
 * same; for values the output that is named (from 0).
 */
export function patchQuestion(
  a: Tape,
  b: Tape,
  head: Head,
  asks: 'class' | 'value',
  timestep: number,
  output = 0,
): Readout | null {
  checkPair(a, b);
  const { cell } = a.program;
  const K = head.b.length;
  const H = head.W.length / K;
  const row = (k: number): Float64Array => head.W.subarray(k * H, (k + 1) * H);
  if (asks === 'value') return { signal: cell.output, timestep, direction: row(output) };
  const [ofA, ofB] = [a, b].map((tape) => answeredBy(tape, head, timestep));
  if (ofA === ofB) return null;
  return { signal: cell.output, timestep, direction: row(ofB).map((w, u) => w - row(ofA)[u]) };
}

/** The largest output of a head at a timestep, from 0. */
function answeredBy(tape: Tape, head: Head, timestep: number): number {
  const outputs = headForward(head, tape.values(tape.program.cell.output, timestep));
  return outputs.indexOf(Math.max(...outputs));
}
