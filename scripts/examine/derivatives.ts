import { createTakeGradient, type Gradient } from '../../src/store/gradient/gradient.ts';
import { objectiveName } from '../../src/store/gradient/objectiveName.ts';
import { fail, type Given } from '../arguments.ts';
import type { Printed } from '../printed.ts';
import type { Examined } from './source.ts';
import { outputOf, timestepsOf } from './timesteps.ts';
import { signalsAt } from './values.ts';

/** Gradient of the output L that the options or, without them, the link select. */
export function gradientAsked(examined: Examined, { output, at }: Given): Gradient {
  const { derived, moment } = examined;
  const gradient = createTakeGradient()(derived, {
    output: outputOf(examined, output) ?? moment.view.output,
    outputAt: at === undefined ? moment.view.outputAt : timestepsOf(examined, at)[0],
  });
  return gradient ?? fail('Without a timestep there is no gradient. Give a sequence with --sequence.');
}

/** dL/d(every signal), as the page shows it instead of values. */
export function derivatives(examined: Examined, given: Given): Printed {
  const { cell, predictions } = examined.derived;
  const shown = timestepsOf(examined, given.timestep);
  const gradient = gradientAsked(examined, given);
  const of = objectiveName(gradient.of, cell, predictions);
  const parts = shown.map((t) => signalsAt(examined, gradient.adjoint, t));
  return {
    text: [`Derivatives of ${of}.`, ...parts.map(({ text }) => text)].join('\n\n'),
    data: { of: { name: of, ...gradient.of }, timesteps: parts.map(({ data }) => data) },
  };
}
