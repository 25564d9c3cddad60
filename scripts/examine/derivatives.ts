import { createTakeGradient } from '../../src/store/gradient/gradient.ts';
import { objectiveName } from '../../src/store/gradient/objectiveName.ts';
import { fail, type Given } from '../arguments.ts';
import type { Printed } from '../printed.ts';
import type { Examined } from './source.ts';
import { outputOf, timestepsOf } from './timesteps.ts';
import { signalsAt } from './values.ts';

/** dL/d(every signal), as the page shows it in place of values; a link says what L is unless the options do. */
export function derivatives(examined: Examined, { timestep, output, at }: Given): Printed {
  const { derived, moment } = examined;
  const shown = timestepsOf(examined, timestep);
  const gradient = createTakeGradient()(derived, {
    output: outputOf(examined, output) ?? moment.view.output,
    outputAt: at === undefined ? moment.view.outputAt : timestepsOf(examined, at)[0],
  });
  if (!gradient) return fail('Without a timestep there is no gradient. Give a sequence with --sequence.');
  const of = objectiveName(gradient.of, derived.cell, derived.predictions);
  const parts = shown.map((t) => signalsAt(examined, gradient.adjoint, t));
  return {
    text: [`Derivatives of ${of}.`, ...parts.map(({ text }) => text)].join('\n\n'),
    data: { of: { name: of, ...gradient.of }, timesteps: parts.map(({ data }) => data) },
  };
}
