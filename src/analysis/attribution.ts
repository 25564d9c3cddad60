import { runBackward } from '../engine/backward.ts';
import { computed, startedTape } from '../engine/compute.ts';
import { type Head, headForward } from '../engine/head.ts';
import { meanOf } from '../engine/intervention/editOf.ts';
import type { Program } from '../engine/program.ts';
import type { Tape } from '../engine/tape.ts';
import { frobeniusNorm } from './norms.ts';

/** One number of a run that is to be explained: Σ direction[u] · signal_t[u] over the units u of a signal. */
export interface Readout {
  readonly signal: string;
  readonly timestep: number;
  readonly direction: ArrayLike<number>;
}

/** The influence of each input: one number per timestep, from the first to that of the answer. */
export interface Attribution {
  /** The number itself, without the bias of a head. */
  readonly answer: number;
  /** The length of its gradient with respect to the input. */
  readonly gradient: Float64Array;
  /** The gradient times what the input is more than the blank: the first-order guess at the occlusion. */
  readonly gradientTimesInput: Float64Array;
  /** The fall of the number when the blank replaces the input and everything after it is computed anew. */
  readonly occlusion: Float64Array;
}

/** Objective of the attribution: output k of a head minus the mean of the other outputs, or a single output itself. */
export function outputQuestion({ cell, sizes }: Program, { W, b }: Head, k: number, timestep: number): Readout {
  const H = sizes[cell.signals.find(({ id }) => id === cell.output)?.dim ?? 'H'];
  const K = b.length;
  const direction = Float64Array.from({ length: H }, (_, u) => {
    if (K === 1) return W[u];
    let others = 0;
    for (let j = 0; j < K; j++) if (j !== k) others += W[j * H + u];
    return W[k * H + u] - others / (K - 1);
  });
  return { signal: cell.output, timestep, direction };
}

/** The value of one unit of a signal. */
export function unitQuestion({ slots }: Program, signal: string, unit: number, timestep: number): Readout {
  return { signal, timestep, direction: new Float64Array(slots.get(signal)?.size ?? 0).fill(1, unit, unit + 1) };
}

/** The mean input of a run: a blank that is as bright as the rest. */
export const meanInput = (tape: Tape): Float64Array => meanOf(tape, 'x');

/**
 * Attributes the number asked about to the inputs of a run, by gradient and by occlusion;
 * `blank` (D numbers) is what counts as no input.
 */
export function attributionOf(tape: Tape, question: Readout, blank: ArrayLike<number>): Attribution {
  const { signal, timestep, direction } = question;
  const { adjoint } = runBackward(tape, (seeded) => seeded.values(signal, timestep).set(Array.from(direction)));
  const answer = answerOf(tape, question);
  const each = (measure: (t: number) => number): Float64Array =>
    Float64Array.from({ length: timestep }, (_, k) => measure(k + 1));
  return {
    answer,
    gradient: each((t) => frobeniusNorm(adjoint.values('x', t))),
    gradientTimesInput: each((t) => {
      const gradient = adjoint.values('x', t);
      return tape.values('x', t).reduce((sum, v, d) => sum + gradient[d] * (v - blank[d]), 0);
    }),
    occlusion: each(
      (t) => answer - answerOf(occluded(tape, t, timestep, blank), { ...question, timestep: timestep - t + 1 }),
    ),
  };
}

/** The answer of a head at a timestep, with the influence of each input up to there. */
export interface AnswerAttribution {
  /** All outputs there, bias included. */
  readonly outputs: Float64Array;
  /** The one that is asked about, from 0. */
  readonly output: number;
  /** The influence of each input on the difference of this output from the others. */
  readonly inputs: Attribution;
}

/**
 * Attributes the answer of a head at a timestep to the inputs: output `asked` (from 0), or the largest output. A blank
 * is a row of zeros, or the mean input.
 */
export function answerAttribution(
  tape: Tape,
  head: Head,
  timestep: number,
  blank: 'zero' | 'mean',
  asked: number | null = null,
): AnswerAttribution {
  const { program } = tape;
  const outputs = headForward(head, tape.values(program.cell.output, timestep));
  const output = asked ?? outputs.indexOf(Math.max(...outputs));
  const away = blank === 'mean' ? meanInput(tape) : new Float64Array(program.sizes.D);
  const question = outputQuestion(program, head, output, timestep);
  return { outputs, output, inputs: attributionOf(tape, question, away) };
}

/** The number that a question asks for. */
export function answerOf(tape: Tape, { signal, timestep, direction }: Readout): number {
  return tape.values(signal, timestep).reduce((sum, v, u) => sum + direction[u] * v, 0);
}

/** The run from timestep `from` to `to` with a blank first input. */
function occluded(tape: Tape, from: number, to: number, blank: ArrayLike<number>): Tape {
  const { program, parameters } = tape;
  const { D } = program.sizes;
  const x = new Float64Array((to - from + 1) * D);
  for (let t = from; t <= to; t++) x.set(t === from ? Array.from(blank) : tape.values('x', t), (t - from) * D);
  const before = program.cell.states.map(({ id }) => [id, tape.values(id, from - 1)] as const);
  return computed(startedTape(program, parameters, x, Object.fromEntries(before)));
}
