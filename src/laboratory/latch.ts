import { gradientFlowOf } from '../analysis/gradientFlow.ts';
import { cellOf } from '../cell/cell.ts';
import { sizesOf } from '../cell/sizes.ts';
import { rnn } from '../cells/rnn.ts';
import { runForward } from '../engine/forward.ts';
import { parametersFrom } from '../engine/parameters.ts';
import { compile } from '../engine/program.ts';

/** The recurrent weight of the unit that is set by hand. */
export const WEIGHT = 2;
/** An input against what is kept, at every timestep of the gap. */
export const AGAINST = 0.25;

/** The product of as many equal factors. */
export const over = (factor: number, timesteps: number): number =>
  Array.from({ length: timesteps }).reduce<number>((product) => product * factor, 1);

/** A plain RNN of one unit that keeps the sign of its first input, and what that does to the gradient. */
export interface Latch {
  /** Its hidden state after the gap. */
  readonly kept: number;
  /** dh_T/dh_1 over the gap. */
  readonly gradient: number;
}

/** One tanh unit with weight w on its input and itself, run over a first input of 1 and a gap of inputs that push against it. */
export function latch(w: number, gap: number, against = 0): Latch {
  const cell = cellOf(rnn);
  const sizes = sizesOf(1, 1);
  const parameters = parametersFrom(cell, sizes, { W_h: [w], U_h: [w], b_h: [0] });
  const x = new Float64Array(gap + 1).fill(-against);
  x[0] = 1;
  const tape = runForward(compile(cell, sizes), parameters, x);
  const [{ total }] = gradientFlowOf(tape).states;
  return { kept: tape.values('h', tape.length)[0], gradient: total[gap] };
}
