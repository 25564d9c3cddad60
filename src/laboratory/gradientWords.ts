import { firstWrong, type GradientFlow, type StateFlow, shareBeside } from '../analysis/gradientFlow.ts';
import { perTimestep } from '../analysis/norms.ts';
import type { Cell } from '../cell/cell.ts';
import { letterOf, signalOf } from '../notation/equation.ts';
import { displayed, percentage } from '../notation/number.ts';

/** The share of the gradient beside the direct path from which on “it is just the gates” counts as wrong. */
export const WRONG = 0.1;

/** Names a norm: from a thousand times less than at the question to a thousand times more. */
const wordFor = (left: number): string =>
  left < 1e-3 ? 'Vanishing' : left < 0.1 ? 'Fading' : left <= 10 ? 'Held' : left <= 1e3 ? 'Growing' : 'Exploding';

/** The state through which most of a gradient comes at a distance. */
export function mainState({ states }: GradientFlow, distance: number): StateFlow {
  return states.reduce((best, one) => (one.total[distance] > best.total[distance] ? one : best));
}

/** The gate on the direct path of a state, as the factor of one timestep: “f”, “1 − z”. */
export function gateOf(cell: Cell, state: string): string {
  const gateIn = (id: string): string | undefined => {
    const { op, args, affine } = signalOf(cell, id);
    const ahead = args.flatMap((ref) => (ref.kind === 'signal' ? [ref.id] : []));
    if (affine) return undefined;
    if (op === 'mul' && args.some((ref) => ref.kind === 'previous' && ref.id === state)) return ahead[0];
    return ahead.map(gateIn).find((gate) => gate !== undefined);
  };
  const gate = gateIn(state);
  if (gate === undefined) return 'the gates';
  const { op, args } = signalOf(cell, gate);
  const letter = (id: string): string => letterOf(cell, id)?.letter ?? id;
  return op === 'oneMinus' ? `1 − ${letter(args[0].id)}` : letter(gate);
}

/** Its product over the timesteps. */
export const productOf = (gate: string): string => `∏ ${gate.includes(' ') ? `(${gate})` : gate}`;

/** A norm for a sentence: whole where it is large. */
export const norm = (value: number): string => displayed(value >= 100 && value < 1e6 ? Math.round(value) : value);
const timesteps = (n: number): string => `${n} timestep${n === 1 ? '' : 's'}`;

/** Describes the size of the gradient of a state over a distance: in one word, and in numbers. */
export function fate({ state, total }: StateFlow, distance: number): { readonly word: string; readonly why: string } {
  const left = total[distance];
  if (left === 0)
    return {
      word: wordFor(left),
      why: `over ${timesteps(distance)} the gradient of ${state} becomes too small for a float64.`,
    };
  const each = perTimestep(left, distance);
  const fading = left < 1;
  return {
    word: wordFor(left),
    why: `each timestep multiplies the gradient of ${state} by ${displayed(each, 3)} on average; over ${timesteps(distance)} ${fading ? `${norm(left)} of it is left` : `it grows to ${norm(left)}`}.`,
  };
}

/** Tells how well the direct path alone approximates the gradient. */
export function directWords(flow: StateFlow, distance: number): string {
  const share = shareBeside(flow);
  if (!share) return `There is no direct path: every path from ${flow.state} to ${flow.state} leads through a layer.`;
  const wrong = firstWrong(flow, WRONG);
  const whole = `Over ${timesteps(distance)} the direct path alone gives ${norm(flow.direct?.[distance] ?? 0)} of ${norm(flow.total[distance])}.`;
  return wrong === null || wrong > distance
    ? `The direct path alone is accurate within ${percentage(WRONG)} over the whole distance. ${whole}`
    : `From ${timesteps(wrong)} on, more than ${percentage(WRONG)} takes other paths. ${whole}`;
}

/** Compares the gradients that reach so far back in the plain RNN and in the LSTM, before training. */
export function reachWords(plain: GradientFlow, gated: GradientFlow, distance: number): string {
  const left = (flow: GradientFlow): string => norm(mainState(flow, distance).total[distance]);
  return `Before training, a small change of the state ${timesteps(distance)} before the question reaches the last state of the plain RNN at most ${left(plain)} times as large, and that of the LSTM at most ${left(gated)} times.`;
}
