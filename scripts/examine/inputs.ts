import {
  type Attribution,
  answerAttribution,
  attributionOf,
  meanInput,
  unitQuestion,
} from '../../src/analysis/attribution.ts';
import { displayed, percentage } from '../../src/notation/number.ts';
import { unitLabel } from '../../src/notation/unitLabel.ts';
import { softmax } from '../../src/ops/softmax.ts';
import { tokenLabel } from '../../src/text/tokens.ts';
import { fail, type Given } from '../arguments.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import type { Examined } from './source.ts';
import { outputOf, timestepOf } from './timesteps.ts';

/** Table of the influence of each input on an answer, one row per timestep. */
export function inputsTable(
  tokens: readonly string[],
  { gradient, gradientTimesInput, occlusion }: Pick<Attribution, 'gradient' | 'gradientTimesInput' | 'occlusion'>,
): string {
  const rows = Array.from(occlusion, (value, k) => [
    String(k + 1),
    tokenLabel(tokens[k]),
    ...[gradientTimesInput[k], value, gradient[k]].map((one) => displayed(one)),
  ]);
  return plainTable(['timestep', 'input', 'gradient × input', 'occlusion', 'norm of the gradient'], rows);
}

/** Attribution to the inputs of the answer at a timestep, the last by default; without a head, of a unit of the hidden state. */
export function inputs(examined: Examined, { timestep, output, blank = 'zero' }: Given): Printed {
  if (blank !== 'zero' && blank !== 'mean') return fail(`--blank is ${blank}; choose zero or mean.`);
  const { tape, encoded } = examined.derived;
  const t = timestepOf(examined, timestep);
  const { words, asked, found } = askedAbout(examined, t, outputOf(examined, output), blank);
  const away = blank === 'zero' ? 'zeros' : `the mean of the ${tape.length} inputs`;
  return {
    text: `${words} An input that is taken away becomes ${away}.\n\n${inputsTable(encoded.tokens, found)}`,
    data: { timestep: t, blank, ...asked, ...found, tokens: encoded.tokens.slice(0, t) },
  };

  function askedAbout({ derived }: Examined, at: number, k: number | null, stands: 'zero' | 'mean') {
    const { predictions, cell, program, sizes } = derived;
    if (predictions) {
      const { head } = predictions;
      const { outputs, output: best, inputs: weighed } = answerAttribution(tape, head, at, stands, k);
      const sure = head.asks === 'class' ? softmax(outputs)[best] : null;
      const name = head.outputs[best];
      const answer = sure === null ? displayed(outputs[best]) : percentage(sure);
      const over = head.outputs.length > 1 ? 'how far it stands above the others' : 'its value';
      return {
        words: `Output ${tokenLabel(name)} at timestep ${at} (${answer}): ${over}.`,
        asked: { output: name, value: outputs[best], ...(sure !== null && { probability: sure }) },
        found: weighed,
      };
    }
    const unit = k ?? 0;
    const blanks = stands === 'mean' ? meanInput(tape) : new Float64Array(sizes.D);
    const found: Attribution = attributionOf(tape, unitQuestion(program, cell.output, unit, at), blanks);
    const name = unitLabel(cell, { kind: 'signal', id: cell.output }, unit);
    return {
      words: `${name} at timestep ${at} (${displayed(found.answer)}).`,
      asked: { signal: cell.output, unit: unit + 1 },
      found,
    };
  }
}
