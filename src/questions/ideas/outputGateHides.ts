import type { Draw, Idea } from '../question.ts';
import { heldLstm, type Scene, tapeOf, withOutputShutAt } from '../scene.ts';
import { shown, sumOf } from '../shown.ts';

const ERASES = 'A shut output gate erases the memory.';
const BECAUSE = 'The output gate acts only on what is shown.';

/** The arithmetic of one timestep of the cell state. */
const updated = (f: number, before: number, written: number): string =>
  sumOf(`${shown(f)} × ${shown(before)} + ${shown(written)}`, f * before + written);

interface Held {
  readonly scene: Scene;
  readonly f: number;
  readonly written: number;
  readonly C: number;
  readonly intro: string;
}

/** A unit that keeps a share f, adds the same amount at each timestep, and hides at the first. */
function hiding(draw: Draw): Held {
  // no number tells by itself whether it is the gate or what is written
  const [f, candidate, C] = [draw.tenths(0.6, 0.9), draw.tenths(0.2, 0.5), draw.tenths(1.1, 3)];
  const scene = withOutputShutAt(heldLstm({ f, i: 1, candidate, C }, 2), [1]);
  const intro = `A cell state is ${shown(C)}. At each timestep the forget gate is ${shown(f)}, and ${shown(candidate)} is written. At timestep 1 the output gate is 0.`;
  return { scene, f, written: candidate, C, intro };
}

/** The output gate acts on what is shown, not on what is remembered. */
export const outputGateHides: Idea = {
  id: 'output-gate-hides',
  topic: 'The output gate',
  forms: [
    (draw) => {
      const { scene, f, written, C, intro } = hiding(draw);
      return {
        ask: `${intro} What is the cell state at timestep 1?`,
        facts: { f, written, C },
        right: shown(tapeOf(scene).values('C', 1)[0]),
        wrong: [
          ['0', ERASES],
          [shown(C), 'While the output gate is shut, the cell state does not change.'],
        ],
        because: `${BECAUSE} The cell state goes on beneath it: ${updated(f, C, written)}.`,
        scenes: [scene],
        focus: { signal: 'C', unit: 0, t: 1 },
      };
    },
    (draw) => {
      const { scene, f, written, C, intro } = hiding(draw);
      const after = f * C + written;
      return {
        ask: `${intro} What is the cell state at timestep 2?`,
        facts: { f, written, C },
        right: shown(tapeOf(scene).values('C', 2)[0]),
        wrong: [
          [shown(written), ERASES, updated(f, 0, written)],
          [shown(after), 'While the output gate is shut, the cell state does not change.', updated(f, C, written)],
        ],
        because: `${BECAUSE} The cell state goes on beneath it: ${updated(f, C, written)}, then ${updated(f, after, written)}.`,
        scenes: [scene],
        focus: { signal: 'C', unit: 0, t: 2 },
      };
    },
    (draw) => {
      const C = draw.tenths(0.3, 1.8);
      const scene = withOutputShutAt(heldLstm({ C }, 2), [1]);
      const [h] = tapeOf(scene).values('h', 2);
      return {
        ask: `A unit keeps a cell state of ${shown(C)} and writes nothing. Its output gate is 0 at timestep 1 and 1 at timestep 2. What is the hidden state at timestep 2?`,
        facts: { C },
        right: shown(h),
        wrong: [
          ['0', ERASES],
          [shown(C), 'An open output gate shows the cell state as it is.'],
        ],
        because: `${BECAUSE} Once it opens, the tanh of the cell state is shown: ${sumOf(`tanh(${shown(C)})`, h)}.`,
        scenes: [scene],
        focus: { signal: 'h', unit: 0, t: 2 },
      };
    },
  ],
};
