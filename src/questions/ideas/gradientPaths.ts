import { initialParameters } from '../../engine/parameters.ts';
import { readBack } from '../../notation/number.ts';
import type { Draw, Idea } from '../question.ts';
import { memoryGradient, type Scene, sizedCell, tapeOf } from '../scene.ts';
import { factor, shown, sumOf } from '../shown.ts';

const ONLY = 'The gradient along the cell state is the product of the forget gates alone.';
const STRONGER = 'The paths through the layers always add to the gradient.';
const WEAKER = 'The paths through the layers always weaken the gradient.';
const BECAUSE =
  'The gates read the hidden state, and the hidden state depends on the cell state. So the gradient also flows through the layers.';

/** Differences below this share are too small to ask about. */
const CLEAR = 0.05;

interface Paths {
  readonly scene: Scene;
  readonly T: number;
  /** dC_T/dC_0. */
  readonly total: number;
  readonly gates: readonly number[];
  readonly product: number;
}

/** An LSTM of one unit with random weights, on which the layers read the hidden state or do not. */
function paths(draw: Draw, recurrent: boolean, T = draw.whole(2, 4)): Paths {
  const { program } = sizedCell('lstm', 1, 1);
  const drawn = initialParameters(program.cell, program.sizes, { seed: draw.whole(1, 100_000), gain: 3 });
  const parameters = Object.fromEntries(
    Object.entries(drawn).map(([name, [value]]) => [name, [name.startsWith('U') && !recurrent ? 0 : value]]),
  );
  const rows = Array.from({ length: T }, () => [draw.tenths(-1, 1)]);
  const scene: Scene = { cell: 'lstm', options: {}, H: 1, parameters, initial: { C: [draw.tenths(0.3, 1)] }, rows };
  const tape = tapeOf(scene);
  const gates = rows.map((_, t) => tape.values('f', t + 1)[0]);
  return { scene, T, total: memoryGradient(tape, 'C'), gates, product: gates.reduce((a, b) => a * b, 1) };
}

const opening = ({ gates }: Paths): string => {
  const said = gates.map((f, k) => `${shown(f)} at timestep ${k + 1}`);
  return `In an LSTM with one unit the forget gate is ${said.slice(0, -1).join(', ')} and ${said.at(-1)}.`;
};

/** The cell state on which all derivatives of this idea are taken. */
const START = 'C at the start, before timestep 1';

/** The derivative and the product, with as many decimals as tell them apart. */
function compared({ total, product }: Paths): string {
  const decimals = [2, 3, 4].find((n) => shown(total, n) !== shown(product, n)) ?? 5;
  return `${shown(total, decimals)} where the product is ${shown(product, decimals)}`;
}

/** True if the ways through the layers change the gradient clearly. */
const differ = ({ total, product }: Paths): boolean => Math.abs(total - product) >= CLEAR * product;

/** Idea: the gradient along the cell state is more than the product of the forget gates. */
export const gradientPaths: Idea = {
  id: 'gradient-paths',
  topic: 'The gradient over time',
  forms: [
    (draw) => {
      const [more, less] = [paths(draw, true), paths(draw, true)];
      if (!differ(more) || !differ(less) || more.total < more.product || less.total > less.product) return null;
      return {
        ask: 'An LSTM with one unit has forget gates between 0 and 1, and its layers read the hidden state. Compared with the product of its forget gates at all timesteps, what is the derivative of C at the last timestep with respect to C at the start, before timestep 1?',
        facts: { more: more.total - more.product, less: less.total - less.product },
        right: 'larger or smaller, depending on the weights',
        wrong: [
          ['equal to it', ONLY],
          ['always larger', STRONGER],
          ['always smaller', WEAKER],
        ],
        because: `${BECAUSE} Computed with random weights, it is ${compared(more)}; with others, ${compared(less)}.`,
        scenes: [],
        focus: null,
      };
    },
    (draw) => {
      const drawn = paths(draw, false);
      const { total, product, T } = drawn;
      if (Math.abs(total - product) > 1e-12) return null;
      return {
        ask: `${opening(drawn)} All recurrent weights are 0, so no layer reads the hidden state. Compared with the product of the gates, what is the derivative of C at timestep ${T} with respect to ${START}?`,
        facts: { total, product, T },
        right: 'equal to it',
        wrong: [
          ['larger', STRONGER],
          ['smaller', WEAKER],
        ],
        because: `Without recurrent weights no layer reads the old hidden state. Only the path along the cell state is left: both are ${shown(total)}.`,
        scenes: [],
        focus: null,
      };
    },
    (draw) => {
      const drawn = paths(draw, true, 2);
      const { total, product, gates } = drawn;
      const [first, last] = gates;
      // h at the start does not depend on C there, so the path through the layers begins at timestep 1
      const via = total / first - last;
      // the reader computes with the printed numbers
      const [one, two, beside] = [first, last, via].map((value) => readBack(shown(value)));
      const sums = [one * (two + beside), one * two, two + beside];
      if ([total, product, last + via].some((value, k) => shown(value) !== shown(sums[k]))) return null;
      if (!differ(drawn) || Math.abs(via) < 0.05 || Math.abs(total) < 0.01 || Math.abs(product) < 0.01) return null;
      const both = `${shown(last)} + ${factor(via)}`;
      return {
        ask: `${opening(drawn)} A small change of C at timestep 1 also reaches C at timestep 2 through h and the layers that read it, multiplied by ${shown(via)}. What is the derivative of C at timestep 2 with respect to ${START}?`,
        facts: { first, last, via },
        right: shown(total),
        wrong: [
          [shown(product), ONLY, sumOf(`${shown(first)} × ${shown(last)}`, sums[1])],
          [shown(last + via), 'Only the last timestep counts for the gradient.', sumOf(both, sums[2])],
        ],
        because: `The two paths from timestep 1 to 2 add up, and timestep 1 multiplies both: ${sumOf(`${shown(first)} × (${both})`, sums[0])}.`,
        scenes: [],
        focus: null,
      };
    },
  ],
};
