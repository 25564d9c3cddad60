import { readBack } from '../../notation/number.ts';
import type { Idea } from '../question.ts';
import { heldLstm, tapeOf } from '../scene.ts';
import { shown, sumOf } from '../shown.ts';

const OPEN = 'A gate is a switch: unless it is fully shut, it lets everything through.';
const SHUT = 'A gate is a switch: unless it is fully open, it is shut.';

/** Gates are shares between 0 and 1, and they apply at every timestep. */
export const gatesAreShares: Idea = {
  id: 'gates-are-shares',
  topic: 'How gates act',
  forms: [
    (draw) => {
      const [f, C, T] = [draw.tenths(0.5, 0.9), draw.tenths(1, 5), draw.whole(2, 4)];
      const scene = heldLstm({ f, C }, T);
      const [left] = tapeOf(scene).values('C', T);
      return {
        ask: `A cell state of ${shown(C)} passes through a forget gate of ${shown(f)} at ${T} timesteps in a row, and nothing is written. How much is left?`,
        facts: { f, C, T },
        right: shown(left),
        wrong: [
          [shown(C), OPEN],
          ['0', SHUT],
          [shown(f * C), 'The gate acts once, however many timesteps pass.', sumOf(`${shown(f)} × ${shown(C)}`, f * C)],
        ],
        because: `The gate multiplies the cell state again at every timestep: ${sumOf([...Array(T).fill(shown(f)), shown(C)].join(' × '), left)}.`,
        scenes: [scene],
        focus: { signal: 'C', unit: 0, t: T },
      };
    },
    (draw) => {
      const [i, candidate] = [draw.tenths(0.1, 0.9), draw.tenths(0.2, 0.9)];
      // equal numbers would not tell which is the gate
      if (i === candidate) return null;
      const scene = heldLstm({ i, candidate }, 1);
      return {
        ask: `The candidate is ${shown(candidate)} and the input gate is ${shown(i)}. How much is written to the cell state?`,
        facts: { i, candidate },
        right: shown(tapeOf(scene).values('written', 1)[0]),
        wrong: [
          [shown(candidate), OPEN],
          ['0', SHUT],
          [shown(i), 'The gate’s own value is written.'],
        ],
        because: `What is written is the input gate times the candidate: ${sumOf(`${shown(i)} × ${shown(candidate)}`, i * candidate)}.`,
        scenes: [scene],
        focus: { signal: 'written', unit: 0, t: 1 },
      };
    },
    (draw) => {
      const [o, C] = [draw.tenths(0.2, 0.8), draw.tenths(0.5, 2.5)];
      const scene = heldLstm({ o, C }, 1);
      const tape = tapeOf(scene);
      const [squashed] = tape.values('squashed', 1);
      const [h] = tape.values('h', 1);
      // the reader multiplies the printed numbers
      const product = o * readBack(shown(squashed));
      if (shown(product) !== shown(h)) return null;
      return {
        ask: `The tanh of the cell state is ${shown(squashed)} and the output gate is ${shown(o)}. What is the hidden state?`,
        facts: { o, squashed, C },
        right: shown(h),
        wrong: [
          [shown(squashed), OPEN],
          ['0', SHUT],
          [shown(o), 'The gate’s own value is shown.'],
        ],
        because: `The hidden state is the output gate times the tanh of the cell state: ${sumOf(`${shown(o)} × ${shown(squashed)}`, product)}.`,
        scenes: [scene],
        focus: { signal: 'h', unit: 0, t: 1 },
      };
    },
  ],
};
