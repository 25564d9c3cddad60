import { initialParameters } from '../../engine/parameters.ts';
import { withCommas } from '../../text/counts.ts';
import type { Draft, Draw, Idea } from '../question.ts';
import { type Scene, sizedCell, tapeOf } from '../scene.ts';

const OWN = 'Every timestep has weights of its own.';
const LATER = 'A weight acts only from the timestep at which it is changed.';

/** The arithmetic of a number of parameters that grows with the timesteps. */
const times = (n: number, parameters: number): string =>
  `${n} × ${withCommas(parameters)} = ${withCommas(n * parameters)}`;

/** A question about a change of one parameter, which shows at every timestep. */
function changed(
  draw: Draw,
  cell: string,
  signal: string,
  parameter: string,
  ask: (t: number, T: number) => string,
): Draft | null {
  const T = draw.whole(4, 9);
  const t = draw.whole(2, T - 1);
  const { program } = sizedCell(cell, 1, 1);
  const parameters = initialParameters(program.cell, program.sizes, { seed: draw.whole(1, 5000) });
  const scene: Scene = {
    cell,
    options: {},
    H: 1,
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, [...values]])),
    initial: {},
    rows: Array.from({ length: T }, () => [draw.of([-1, -0.5, 0.5, 1])]),
  };
  const other = { ...scene, parameters: { ...scene.parameters, [parameter]: [scene.parameters[parameter][0] + 1] } };
  const [before, after] = [tapeOf(scene), tapeOf(other)];
  const differs = Array.from(
    { length: T },
    (_, k) => before.values(signal, k + 1)[0] !== after.values(signal, k + 1)[0],
  );
  if (!differs.every(Boolean)) return null;
  return {
    ask: ask(t, T),
    facts: { t, T },
    right: `at all ${T} timesteps`,
    wrong: [
      [`only at timestep ${t}`, OWN],
      [`from timestep ${t} on`, LATER],
    ],
    because: `There is one cell with one set of weights, which acts at every timestep: the change shows at all ${T}, even before timestep ${t}.`,
    scenes: [other, scene],
    focus: { signal, unit: 0, t: 1 },
  };
}

/** All timesteps share one set of weights. */
export const sharedWeights: Idea = {
  id: 'shared-weights',
  topic: 'Weights over time',
  forms: [
    (draw) =>
      changed(
        draw,
        'lstm',
        'f',
        'b_f',
        (t, T) =>
          `The page shows timestep ${t} of ${T}, and you raise the bias of the forget gate by 1. At which timesteps does the forget gate change?`,
      ),
    (draw) => {
      const [cell, name] = draw.of([
        ['lstm', 'An LSTM'],
        ['gru', 'A GRU'],
        ['rnn', 'A plain RNN'],
      ] as const);
      const [D, H, T] = [draw.whole(1, 6), draw.whole(2, 8), draw.whole(3, 12)];
      const { parameters } = sizedCell(cell, D, H);
      return {
        ask: `${name} with ${withCommas(parameters)} parameters has read ${T} tokens and then reads ${T} more. How many parameters does it have?`,
        facts: { D, H, T, parameters },
        right: withCommas(parameters),
        wrong: [
          [withCommas(2 * parameters), 'Twice as many timesteps need twice as many weights.', times(2, parameters)],
          [withCommas(2 * T * parameters), OWN, times(2 * T, parameters)],
        ],
        because: `The weights belong to the cell, and the cell is the same at every timestep: it has ${withCommas(parameters)} parameters, whatever it reads.`,
        scenes: [],
        focus: null,
      };
    },
    (draw) =>
      changed(
        draw,
        'rnn',
        'h',
        'W_h',
        (t, T) =>
          `In the unrolled chain of a plain RNN with ${T} copies of the cell, you change the input weight in copy ${t}. At which timesteps does the hidden state change?`,
      ),
  ],
};
