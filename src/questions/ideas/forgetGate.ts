import { percentage } from '../../notation/number.ts';
import type { Idea } from '../question.ts';
import { gateHeldAt, heldLstm, type Scene, tapeOf } from '../scene.ts';
import { shown, sumOf } from '../shown.ts';

const REVERSED = 'A forget gate of 1 forgets everything.';
const FOCUS = { signal: 'kept', unit: 0, t: 1 } as const;
const EXTREMES = 'A gate of 1 keeps all of the cell state, a gate of 0 none of it.';

const keptOf = (scene: Scene, unit = 0): number => tapeOf(scene).values('kept', 1)[unit];

/** The forget gate is the share that is kept, not the share that is forgotten. */
export const forgetGate: Idea = {
  id: 'forget-gate',
  topic: 'The forget gate',
  forms: [
    (draw) => {
      const [f, C] = [draw.tenths(0.1, 0.9), draw.tenths(1.1, 4.9)];
      const scene = heldLstm({ f, C }, 1);
      return {
        ask: `A unit’s cell state is ${shown(C)} and its forget gate is ${shown(f)}. How much is left after the forget gate?`,
        facts: { f, C },
        right: shown(keptOf(scene)),
        wrong: [
          [shown((1 - f) * C), REVERSED, sumOf(`(1 − ${shown(f)}) × ${shown(C)}`, (1 - f) * C)],
          [shown(f), 'The gate’s value replaces the memory.'],
          [shown(C - f), 'The gate’s value is subtracted from the memory.', sumOf(`${shown(C)} − ${shown(f)}`, C - f)],
        ],
        because: `The forget gate multiplies the old cell state: ${sumOf(`${shown(f)} × ${shown(C)}`, f * C)}. ${EXTREMES}`,
        scenes: [scene],
        focus: FOCUS,
      };
    },
    (draw) => {
      const [share, C] = [draw.of([0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]), draw.tenths(1, 5)];
      const tried = [share, Math.round((1 - share) * 10) / 10, 1];
      const scenes = tried.map((f) => heldLstm({ f, C }, 1));
      const right = scenes.findIndex((scene) => shown(keptOf(scene)) === shown(share * C));
      if (right < 0) return null;
      return {
        ask: `A unit should keep ${percentage(share)} of its cell state in one timestep. Which value must its forget gate have?`,
        facts: { share, C },
        right: shown(tried[right]),
        wrong: [
          [shown(tried[1]), REVERSED, sumOf(`1 − ${shown(share)}`, 1 - share)],
          [shown(tried[2]), 'A gate is a switch: to keep anything it must be fully open.'],
        ],
        because: `The gate is the share that is kept: ${shown(share)} is ${percentage(share)}. ${EXTREMES}`,
        scenes: [scenes[right]],
        focus: FOCUS,
      };
    },
    (draw) => {
      const [low, high, C] = [draw.tenths(0.1, 0.4), draw.tenths(0.6, 0.9), draw.tenths(1, 5)];
      const gates = draw.of([
        [low, high],
        [high, low],
      ]);
      const one = heldLstm({ C }, 1);
      const scene: Scene = {
        ...one,
        H: 2,
        parameters: { b_f: gateHeldAt(...gates), b_i: gateHeldAt(0, 0), b_o: gateHeldAt(1, 1) },
        initial: { C: [C, C] },
      };
      const keeper = keptOf(scene, 0) > keptOf(scene, 1) ? 0 : 1;
      return {
        ask: `Two units both hold ${shown(C)}. The forget gate of unit 1 is ${shown(gates[0])}, that of unit 2 is ${shown(gates[1])}. Which unit keeps more of it?`,
        facts: { first: gates[0], second: gates[1], C },
        right: `unit ${keeper + 1}`,
        wrong: [
          [`unit ${2 - keeper}`, REVERSED],
          ['both the same', 'The forget gate acts on new content, not on the memory.'],
        ],
        because: `The gate multiplies the cell state: unit 1 keeps ${sumOf(`${shown(gates[0])} × ${shown(C)}`, gates[0] * C)}, unit 2 keeps ${sumOf(`${shown(gates[1])} × ${shown(C)}`, gates[1] * C)}.`,
        scenes: [scene],
        focus: { ...FOCUS, unit: keeper },
      };
    },
  ],
};
