import { displayed } from '../../notation/number.ts';
import type { Draft, Draw, Idea } from '../question.ts';
import { memoryGradient, type Scene, silence, tapeOf } from '../scene.ts';
import { shown } from '../shown.ts';

const FORGETTING = 'If the gradient vanishes, the cell forgets.';

/** States further apart than this can be told from each other. */
const TOLD_APART = 0.5;
/** A smaller derivative counts as vanished. */
const VANISHED = 0.01;

const answer = (remembers: boolean, learns: boolean): string =>
  `${remembers ? 'told apart' : 'not told apart'}; the gradient ${learns ? 'arrives' : 'vanishes'}`;

const rnn = (weight: number, start: number, T: number, activation: string): Scene => ({
  cell: 'rnn',
  options: { activation },
  H: 1,
  parameters: { U_h: [weight] },
  initial: { h: [start] },
  rows: silence(T),
});

/** A question about an RNN of one unit that starts in one of two states and reads nothing. */
function held(
  draw: Draw,
  [low, high]: readonly [number, number],
  activation: 'tanh' | 'relu',
  expected: readonly [remembers: boolean, learns: boolean],
  wrong: Draft['wrong'],
  because: string,
): Draft | null {
  const weight = draw.tenths(low, high);
  const T = draw.whole(15, 30);
  const starts = activation === 'tanh' ? [0.9, -0.9] : [1, 0.2];
  const [one, other] = starts.map((start) => rnn(weight, start, T, activation));
  const tape = tapeOf(one);
  const ends = [tape, tapeOf(other)].map((run) => run.values('h', T)[0]);
  const apart = Math.abs(ends[0] - ends[1]);
  const derivative = Math.abs(memoryGradient(tape, 'h'));
  const [remembers, learns] = [apart > TOLD_APART, derivative > VANISHED];
  if (remembers !== expected[0] || learns !== expected[1]) return null;
  const old = `${shown(weight)} times its old state`;
  const update = activation === 'tanh' ? `the tanh of ${old}` : `${old}, but never below 0`;
  return {
    ask: `A plain RNN of one unit is set by hand: its new state is ${update}. It starts at ${shown(starts[0])} or at ${shown(starts[1])} and runs for ${T} timesteps. Can the last states of the two still be told apart, by more than ${TOLD_APART}? And does the gradient arrive: is the derivative of the last state with respect to the first, the effect of a small change, above ${VANISHED}?`,
    facts: { weight, T, first: starts[0], second: starts[1] },
    right: answer(remembers, learns),
    wrong,
    because: `${because} After ${T} timesteps the states are ${shown(ends[0])} and ${shown(ends[1])}, and the derivative is ${displayed(derivative)}.`,
    scenes: [one, other],
    focus: { signal: 'h', unit: 0, t: T },
  };
}

/** A vanishing gradient hinders learning, not remembering. */
export const vanishingGradient: Idea = {
  id: 'vanishing-gradient',
  topic: 'Vanishing gradients',
  forms: [
    (draw) =>
      held(
        draw,
        [2, 5],
        'tanh',
        [true, false],
        [
          [answer(false, false), FORGETTING],
          [answer(true, true), 'If a cell remembers, the gradient arrives.'],
        ],
        'The state settles at one of two values and stays there, so the start is remembered. A small change at the start changes almost nothing at the end, so the gradient vanishes.',
      ),
    (draw) =>
      held(
        draw,
        [1, 1.1],
        'relu',
        [true, true],
        [
          [answer(true, false), 'The gradient of every plain RNN vanishes.'],
          [answer(false, false), 'Every plain RNN forgets, and its gradient vanishes.'],
        ],
        'Nothing squashes the state and its weight is at least 1, so neither the state nor the gradient shrinks.',
      ),
    (draw) =>
      held(
        draw,
        [0.2, 0.7],
        'tanh',
        [false, false],
        [
          [answer(true, false), 'A state that is fed back is never lost.'],
          [answer(false, true), 'The gradient arrives, whatever happens to the state.'],
        ],
        'The weight is below 1, so both the state and its derivative shrink at each timestep.',
      ),
  ],
};
