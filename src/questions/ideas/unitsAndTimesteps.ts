import type { Idea } from '../question.ts';
import { silence, tapeOf } from '../scene.ts';
import { sumOf } from '../shown.ts';

const CONFUSED = 'Units are timesteps: a longer sequence needs more of them.';
const ONE = 'A gate is one number for the whole cell.';

/** The number of units is chosen once; the number of timesteps is the length of the sequence. */
export const unitsAndTimesteps: Idea = {
  id: 'units-and-timesteps',
  topic: 'Units and timesteps',
  forms: [
    (draw) => {
      const [H, T] = [draw.whole(2, 8), draw.whole(3, 12)];
      const scene = { cell: 'lstm', options: {}, H, parameters: {}, initial: {}, rows: silence(2 * T) };
      const right = tapeOf(scene).values('C', 2 * T).length;
      return {
        ask: `An LSTM with ${H} units has read ${T} tokens and then reads ${T} more. How many numbers does its cell state hold at the last timestep?`,
        facts: { H, T },
        right: `${right}`,
        wrong: [
          [`${2 * H}`, CONFUSED, sumOf(`2 × ${H}`, 2 * H)],
          [`${2 * T}`, 'The cell state keeps one number for each token.'],
        ],
        because: `The cell state has one number for each of its ${H} units, however long the sequence is.`,
        scenes: [],
        focus: null,
      };
    },
    (draw) => {
      const [H, T] = [draw.whole(2, 8), draw.whole(3, 12)];
      const scene = { cell: 'lstm', options: {}, H, parameters: {}, initial: {}, rows: silence(T) };
      const right = tapeOf(scene).values('f', 1).length;
      return {
        ask: `An LSTM with ${H} units reads ${T} tokens. How many values does its forget gate have at one timestep?`,
        facts: { H, T },
        right: `${right}`,
        wrong: [
          [`${T}`, 'The forget gate has one value for each token.'],
          ['1', ONE],
        ],
        because: `A gate has one value for each of the ${H} units: each unit forgets for itself.`,
        scenes: [],
        focus: null,
      };
    },
    (draw) => {
      const [H, T] = [draw.whole(2, 6), 2 * draw.whole(2, 6)];
      const scene = { cell: 'lstm', options: {}, H: 2 * H, parameters: {}, initial: {}, rows: silence(T) };
      return {
        ask: `An LSTM with ${H} units takes ${T} timesteps to read ${T} tokens. How many does it take with ${2 * H} units?`,
        facts: { H, T },
        right: `${tapeOf(scene).length}`,
        wrong: [
          [
            `${T / 2}`,
            'Units share the tokens among themselves, so twice as many units need half the timesteps.',
            sumOf(`${T} / 2`, T / 2),
          ],
          [`${2 * T}`, 'Units are timesteps: twice as many units take twice as long.', sumOf(`2 × ${T}`, 2 * T)],
        ],
        because: `Each timestep reads one token, and every unit takes part: ${T} tokens take ${T} timesteps.`,
        scenes: [],
        focus: null,
      };
    },
  ],
};
