import type { Idea } from '../question.ts';
import { sizedCell } from '../scene.ts';
import { sumOf } from '../shown.ts';

const SCALAR = 'A wire carries one number.';

/** A line in the diagram is a vector. */
export const wiresAreVectors: Idea = {
  id: 'wires-are-vectors',
  topic: 'What a line carries',
  forms: [
    (draw) => {
      const [H, T] = [draw.whole(2, 8), draw.whole(3, 12)];
      const { program } = sizedCell('lstm', 1, H);
      return {
        ask: `An LSTM has ${H} units. How many numbers does the cell-state line carry from one timestep to the next?`,
        facts: { H, T },
        right: `${program.slots.get('C')?.size}`,
        wrong: [
          ['1', SCALAR],
          [`${H * H}`, 'A line carries a number for each pair of units.', sumOf(`${H} × ${H}`, H * H)],
        ],
        because: `The line carries one number for each of the ${H} units.`,
        scenes: [],
        focus: null,
      };
    },
    (draw) => {
      const [H, D] = [draw.whole(2, 8), draw.whole(2, 8)];
      const { program } = sizedCell('lstm', D, H);
      const read = program.cell.signals.find(({ id }) => id === 'f')?.affine?.terms ?? [];
      const right = read.reduce((n, { ref }) => n + (program.slots.get(ref.id)?.size ?? 0), 0);
      return {
        ask: `The hidden state has ${H} numbers and the input has ${D}. The two lines merge before the forget gate. How many numbers does the gate’s layer read?`,
        facts: { H, D },
        right: `${right}`,
        wrong: [
          ['2', SCALAR],
          [`${H * D}`, 'Where lines merge, their numbers are multiplied.', sumOf(`${H} × ${D}`, H * D)],
        ],
        because: `Where lines merge, the layer reads all the numbers of both: ${sumOf(`${H} + ${D}`, H + D)}.`,
        scenes: [],
        focus: null,
      };
    },
    (draw) => {
      const H = draw.whole(2, 9);
      const { program } = sizedCell('lstm', 1, H);
      return {
        ask: `In an LSTM with ${H} units, how many multiplications does the × between the forget gate and the cell state stand for?`,
        facts: { H },
        right: `${program.slots.get('kept')?.size}`,
        wrong: [
          ['1', SCALAR],
          [
            `${H * H}`,
            'The × is a product with a matrix, which has a number for each pair of units.',
            sumOf(`${H} × ${H}`, H * H),
          ],
        ],
        because: `A pink circle acts unit by unit: each of the ${H} units has its own memory and its own gate.`,
        scenes: [],
        focus: null,
      };
    },
  ],
};
