import { lengthOf } from '../../cell/sizes.ts';
import { ops } from '../../ops/ops.ts';
import type { Idea } from '../question.ts';
import { heldLstm, sizedCell, tapeOf } from '../scene.ts';
import { shown, sumOf } from '../shown.ts';

const ALL = 'Every σ and every tanh has weights.';

/** The functions that a diagram draws both as layers and as pointwise operations. */
const squashes = (op: string): boolean => op === 'sigmoid' || op === 'tanh';

/** Yellow boxes are layers with weights; a pink tanh is a plain function. */
export const layersHaveWeights: Idea = {
  id: 'layers-have-weights',
  topic: 'What has weights',
  forms: [
    (draw) => {
      const [cell, name] = draw.of([
        ['lstm', 'an LSTM'],
        ['peephole', 'a peephole LSTM'],
        ['coupled', 'an LSTM with coupled gates'],
      ] as const);
      const { program } = sizedCell(cell, 2, 3);
      const boxes = program.cell.signals.filter(({ op }) => squashes(op));
      const learned = boxes.filter(({ affine }) => affine);
      return {
        ask: `In the diagram of ${name}, σ or tanh appears ${boxes.length} times. How many of these functions have weights?`,
        facts: { boxes: boxes.length },
        right: `${learned.length}`,
        wrong: [
          [`${boxes.length}`, ALL],
          ['0', 'Weights sit on the lines, not in the boxes.'],
        ],
        because: `The ${learned.length} yellow boxes are layers with weights. The pink tanh only squashes what it receives.`,
        scenes: [],
        focus: null,
      };
    },
    (draw) => {
      const [C, weight, bias] = [draw.tenths(0.5, 2), draw.tenths(1.5, 3), draw.tenths(0.3, 0.9)];
      const scene = heldLstm({ C }, 1);
      const [squashed] = tapeOf(scene).values('squashed', 1);
      const layered = ops.tanh.scalar(weight * C + bias, 0, []);
      return {
        ask: `A cell state of ${shown(C)} enters the pink tanh. In the same cell the candidate’s layer has the weight ${shown(weight)} and the bias ${shown(bias)}. What leaves the pink tanh?`,
        facts: { C, weight, bias },
        right: shown(squashed),
        wrong: [
          [shown(layered), ALL, sumOf(`tanh(${shown(weight)} × ${shown(C)} + ${shown(bias)})`, layered)],
          [shown(C), 'Only a layer changes the values that pass through it.'],
        ],
        because: `A pink tanh has neither weight nor bias: ${sumOf(`tanh(${shown(C)})`, squashed)}.`,
        scenes: [scene],
        focus: { signal: 'squashed', unit: 0, t: 1 },
      };
    },
    (draw) => {
      const [D, H] = [draw.whole(1, 6), draw.whole(2, 8)];
      const { program, sizes } = sizedCell('lstm', D, H);
      const own = program.cell.parameters.filter(({ signal }) => signal === 'squashed');
      return {
        ask: `An LSTM reads ${D} ${D === 1 ? 'number' : 'numbers'} per timestep and has ${H} units. How many parameters does the tanh between the cell state and the hidden state have?`,
        facts: { D, H },
        right: `${own.reduce((n, parameter) => n + lengthOf(parameter, sizes), 0)}`,
        wrong: [
          [`${H * (D + H + 1)}`, ALL, sumOf(`${H} × (${D} + ${H} + 1)`, H * (D + H + 1))],
          [`${H}`, 'A pointwise operation has one weight per unit.'],
        ],
        because: 'It is a pointwise operation, drawn in pink: nothing in it is learned.',
        scenes: [],
        focus: null,
      };
    },
  ],
};
