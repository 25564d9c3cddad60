import { firstWrong, type GradientFlow, type StateFlow, shareBeside } from '../../analysis/gradientFlow.ts';
import { displayed, percentage } from '../../notation/number.ts';

/** From this share on that does not come along the direct path, “it is just the gates” counts as wrong. */
export const WRONG = 0.1;

/** What counts as vanished, and as exploded: a thousand times less or more than at the question. */
const VANISHED = 1e-3;
const EXPLODED = 1e3;

/** The state through which most of a gradient comes at a distance. */
export function mainState({ states }: GradientFlow, distance: number): StateFlow {
  return states.reduce((best, one) => (one.total[distance] > best.total[distance] ? one : best));
}

/** The gates on the direct path of a state, as the factor of one timestep. */
export const gateOf = (cell: string): string => (cell === 'gru' ? '1 − z' : 'f');

/** Its product over the timesteps. */
export const productOf = (gate: string): string => `∏ ${gate.includes(' ') ? `(${gate})` : gate}`;

/** The factor a timestep that, taken `distance` times, gives this norm. */
export const perTimestep = (norm: number, distance: number): number =>
  norm > 0 ? Math.exp(Math.log(norm) / distance) : 0;

/** A norm for a sentence: whole where it is large. */
export const norm = (value: number): string => displayed(value >= 100 && value < 1e6 ? Math.round(value) : value);
const timesteps = (n: number): string => `${n} timestep${n === 1 ? '' : 's'}`;

/** What becomes of the gradient of a state over a distance: in one word, and in numbers. */
export function fate({ state, total }: StateFlow, distance: number): { readonly word: string; readonly why: string } {
  const left = total[distance];
  const each = perTimestep(left, distance);
  const fading = left < 1;
  return {
    word: left < VANISHED ? 'Vanishing' : left > EXPLODED ? 'Exploding' : 'Held',
    why: `each timestep multiplies the gradient of ${state} by ${displayed(each, 3)} on average; over ${timesteps(distance)} ${fading ? `${norm(left)} is left of it` : `it grows to ${norm(left)}`}.`,
  };
}

/** How far the direct path alone tells the truth. */
export function directWords(flow: StateFlow, distance: number): string {
  const share = shareBeside(flow);
  if (!share) return `No direct path: every way from ${flow.state} to ${flow.state} leads through a layer.`;
  const wrong = firstWrong(flow, WRONG);
  const whole = `Over ${timesteps(distance)} the direct path alone gives ${norm(flow.direct?.[distance] ?? 0)} of ${norm(flow.total[distance])}.`;
  return wrong === null || wrong > distance
    ? `The direct path tells it within ${percentage(WRONG)} all the way. ${whole}`
    : `From ${timesteps(wrong)} on more than ${percentage(WRONG)} takes other ways. ${whole}`;
}
