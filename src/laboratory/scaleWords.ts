import { spectralNorm, spectralRadius } from '../analysis/norms.ts';
import { runForward } from '../engine/forward.ts';
import { displayed } from '../notation/number.ts';
import type { LabNetwork } from './networks.ts';

/** The effect of one timestep of a plain RNN on a gradient, which it multiplies by diag(1 − h²) U. */
export interface Stretch {
  /** The largest singular value of U: the most that it stretches at once. */
  readonly once: number;
  /** The size of its largest eigenvalue: what it does a timestep when it is applied again and again. */
  readonly again: number;
  /** The mean of 1 − h², the slope of tanh, over all units and timesteps of a sequence. */
  readonly slope: number;
}

export function stretchOf({ program, parameters }: LabNetwork, x: Float64Array): Stretch {
  const tape = runForward(program, parameters, x);
  const H = program.sizes.H;
  let sum = 0;
  for (let t = 1; t <= tape.length; t++) for (const h of tape.values('h', t)) sum += 1 - h * h;
  const U = parameters.U_h;
  return { once: spectralNorm(U, H), again: spectralRadius(U, H), slope: sum / (H * tape.length) };
}

/** Explains with numbers why the gradient of the plain RNN has to vanish, or may explode. */
export function stretchWords({ once, again, slope }: Stretch): string {
  const largest = `Before training, the largest singular value of the plain RNN’s recurrent matrix is ${displayed(once)}`;
  const slopes = `the slopes of tanh, ${displayed(slope)} on average`;
  if (once < 1)
    return `${largest}: below 1, and no slope of tanh is above 1, so each timestep shrinks the gradient and it must vanish.`;
  return again < 1
    ? `${largest}: it can stretch a gradient once. Its largest eigenvalue has size ${displayed(again)}: in the long run it shrinks the gradient, and ${slopes}, shrink it further.`
    : `${largest} and an eigenvalue of size ${displayed(again)}: it stretches a gradient again and again, which may explode; ${slopes}, work against it.`;
}
