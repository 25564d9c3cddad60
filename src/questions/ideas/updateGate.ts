import type { Draft, Draw, Idea } from '../question.ts';
import { candidateHeldAt, gateHeldAt, type Scene, silence, tapeOf } from '../scene.ts';
import { factor, shown, sumOf } from '../shown.ts';

const CONVENTIONS = 'Papers and libraries differ on which of the two z multiplies.';

type Convention = 'candidate' | 'old';
const said: Readonly<Record<Convention, string>> = { candidate: 'the candidate', old: 'the old state' };
/** The misconception of a reader who knows only the other convention. */
const always = (convention: Convention): string => `In every GRU the update gate z multiplies ${said[convention]}.`;

const held = (z: number, candidate: number, h: number, convention: Convention): Scene => ({
  cell: 'gru',
  options: { z: convention },
  H: 1,
  parameters: { b_z: gateHeldAt(z), b_h: candidateHeldAt(candidate) },
  initial: { h: [h] },
  rows: silence(1),
});

const after = (scene: Scene): number => tapeOf(scene).values('h', 1)[0];
const opposite = (convention: Convention): Convention => (convention === 'old' ? 'candidate' : 'old');

function blended(draw: Draw, convention: Convention): Draft {
  const [z, candidate, h] = [draw.tenths(0.1, 0.9), draw.tenths(-0.9, 0.9), draw.tenths(-0.9, 0.9)];
  const scene = held(z, candidate, h, convention);
  const [share, rest] = convention === 'old' ? [h, candidate] : [candidate, h];
  const blend = (first: number, second: number): string =>
    sumOf(`${shown(z)} × ${factor(first)} + (1 − ${shown(z)}) × ${factor(second)}`, z * first + (1 - z) * second);
  return {
    ask: `In a GRU whose update gate z multiplies ${said[convention]}, the old state is ${shown(h)}, the candidate ${shown(candidate)} and z = ${shown(z)}. What is the new state?`,
    facts: { z, candidate, h },
    right: shown(after(scene)),
    wrong: [
      [shown(after(held(z, candidate, h, opposite(convention)))), always(opposite(convention)), blend(rest, share)],
      [
        shown(z * share),
        'z only scales one side; the other side adds nothing.',
        sumOf(`${shown(z)} × ${factor(share)}`, z * share),
      ],
    ],
    because: `Here ${said[convention]} gets the share z, ${said[opposite(convention)]} the rest: ${blend(share, rest)}. ${CONVENTIONS}`,
    scenes: [scene],
    focus: { signal: 'h', unit: 0, t: 1 },
  };
}

/** The update gate of a GRU keeps one side or the other, by convention. */
export const updateGate: Idea = {
  id: 'update-gate',
  topic: 'The update gate',
  forms: [
    (draw) => blended(draw, 'candidate'),
    (draw) => blended(draw, 'old'),
    (draw) => {
      const convention = draw.of(['candidate', 'old'] as const);
      const [candidate, h] = [draw.tenths(0.1, 0.9), draw.tenths(-0.9, -0.1)];
      const scene = held(1, candidate, h, convention);
      const keeps = (one: Scene): string =>
        shown(after(one)) === shown(h) ? 'it keeps its old state' : 'it takes its candidate';
      return {
        ask: `In a GRU whose update gate z multiplies ${said[convention]}, z is 1. What does the unit do?`,
        facts: { candidate, h, multipliesOld: Number(convention === 'old') },
        right: keeps(scene),
        wrong: [
          [keeps(held(1, candidate, h, opposite(convention))), always(opposite(convention))],
          ['it adds both in full', 'The update gate opens both ways at once.'],
        ],
        because: `At z = 1 ${said[convention]} counts in full, and ${said[opposite(convention)]}, times 1 − 1, not at all. ${CONVENTIONS}`,
        scenes: [scene],
        focus: { signal: 'h', unit: 0, t: 1 },
      };
    },
  ],
};
