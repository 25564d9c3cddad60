import { type Attribution, answerAttribution } from '../analysis/attribution.ts';
import { runForward } from '../engine/forward.ts';
import { displayed, percentage } from '../notation/number.ts';
import { softmax } from '../ops/softmax.ts';
import type { Example, Task } from '../training/task.ts';
import type { LabSettings } from './labLink.ts';
import type { LabNetwork } from './networks.ts';

/** The answer of a network at the last timestep, and the influence of each input on that answer's score. */
export interface Weighed extends Pick<Attribution, 'gradient' | 'gradientTimesInput' | 'occlusion'> {
  /** The output that it answers, from 0. */
  readonly answer: number;
  /** The probability that it gives to it. */
  readonly sure: number;
}

/** Attributes the answer of a network to the inputs of an example; `blank` replaces one that is left out. */
export function weighed(
  { program, parameters, head }: LabNetwork,
  { x }: Pick<Example, 'x'>,
  blank: LabSettings['blank'],
): Weighed {
  const tape = runForward(program, parameters, x);
  const { outputs, output, inputs } = answerAttribution(tape, head, tape.length, blank);
  return { ...inputs, answer: output, sure: softmax(outputs)[output] };
}

/** The most that any input between the first and the last bears, whatever its sign. */
const noiseIn = (values: Float64Array): number => Math.max(...Array.from(values.subarray(1, -1), Math.abs), 0);

/** Describes in a few sentences the answer of a network and the inputs that it depends on. */
export function weighedWords(
  { outputs }: Pick<Task, 'outputs'>,
  { targets }: Pick<Example, 'targets'>,
  found: Weighed,
): string {
  const { occlusion, gradientTimesInput, answer, sure } = found;
  const right = targets.at(-1) === answer;
  const [without] = occlusion;
  const [foretold] = gradientTimesInput;
  const otherWay = without < 0 === foretold < 0 ? '' : foretold < 0 ? 'a rise by ' : 'a fall by ';
  return `It answers ${outputs[answer]} (${percentage(sure)}), which is ${right ? 'right' : 'wrong'}. Without the first symbol the score of ${outputs[answer]} over the others ${without < 0 ? 'rises' : 'falls'} by ${displayed(Math.abs(without))}; the gradient predicts ${otherWay}${displayed(Math.abs(foretold))}. No noise symbol moves it by more than ${displayed(noiseIn(occlusion))} (predicted: ${displayed(noiseIn(gradientTimesInput))}).`;
}
