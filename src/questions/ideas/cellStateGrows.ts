import type { Idea } from '../question.ts';
import { heldLstm, tapeOf } from '../scene.ts';
import { shown, sumOf } from '../shown.ts';

const BOUNDED = 'The cell state lies between −1 and 1, like the hidden state.';
const ANEW = 'The cell state is rewritten at each timestep.';

/** The cell state can count; only the hidden state is squashed. */
export const cellStateGrows: Idea = {
  id: 'cell-state-grows',
  topic: 'The size of the cell state',
  forms: [
    (draw) => {
      const [candidate, T] = [draw.tenths(0.2, 0.9), draw.whole(6, 50)];
      const scene = heldLstm({ i: 1, candidate }, T);
      return {
        ask: `A unit of an LSTM starts with an empty cell state, keeps everything and adds ${shown(candidate)} at each of ${T} timesteps. What does the cell state hold at the end?`,
        facts: { candidate, T },
        right: shown(tapeOf(scene).values('C', T)[0]),
        wrong: [
          ['1', BOUNDED],
          [shown(candidate), ANEW],
        ],
        because: `Nothing squashes the cell state on its way through time, so a unit can use it to count: ${sumOf(`${T} × ${shown(candidate)}`, T * candidate)}.`,
        scenes: [scene],
        focus: { signal: 'C', unit: 0, t: T },
      };
    },
    (draw) => {
      const [candidate, T] = [draw.tenths(0.2, 0.5), draw.whole(3, 5)];
      const scene = heldLstm({ i: 1, candidate }, T);
      const tape = tapeOf(scene);
      const [C] = tape.values('C', T);
      const [h] = tape.values('h', T);
      return {
        ask: `After ${T} timesteps a cell state has grown to ${shown(C)}. The output gate is fully open. What is the hidden state?`,
        facts: { candidate, T, C },
        right: shown(h),
        wrong: [
          [shown(C), 'An open output gate shows the cell state as it is.'],
          ['1', 'Anything above 1 is cut off at 1.'],
        ],
        because: `The hidden state is the output gate, here 1, times the tanh of the cell state: ${sumOf(`tanh(${shown(C)})`, h)}. It stays between −1 and 1.`,
        scenes: [scene],
        focus: { signal: 'h', unit: 0, t: T },
      };
    },
    (draw) => {
      const T = draw.whole(20, 80);
      const scene = heldLstm({ i: 1, candidate: 1 }, T);
      const tape = tapeOf(scene);
      const both = (C: number, h: number): string => `C = ${shown(C, 0)}, h = ${shown(h, 0)}`;
      const [C] = tape.values('C', T);
      return {
        ask: `A unit counts: at each of ${T} timesteps it keeps everything and adds 1. The output gate is fully open. To the nearest whole number, what are C and h at the end?`,
        facts: { T },
        right: both(Math.round(C), Math.round(tape.values('h', T)[0])),
        wrong: [
          [both(1, 1), BOUNDED],
          [both(T, T), 'The hidden state shows the cell state as it is.'],
        ],
        because: `The cell state grows without bound: ${sumOf(`${T} × 1`, T)}. The tanh keeps the hidden state below 1, however large the cell state is.`,
        scenes: [scene],
        focus: { signal: 'C', unit: 0, t: T },
      };
    },
  ],
};
