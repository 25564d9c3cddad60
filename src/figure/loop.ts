import type { Cell } from '../cell/cell.ts';
import { type Box, measures, type Pixel } from './measures.ts';
import { INPUTS_IN, type Wire } from './wires.ts';

/** The place where a looping state waits for one timestep. */
export interface Delay extends Pixel {
  readonly state: string;
}

/** How far apart nested loops run: with room for their labels where there are several. */
const pitchOf = (loops: readonly string[]): number => (loops.length > 1 ? 56 : 38);

/** Room that loops need above and below the body. */
export function loopRoom(cell: Cell): { above: number; below: number } {
  const { above, below } = sidesOf(cell);
  return { above: above.length * pitchOf(above), below: below.length * pitchOf(below) };
}

/** Upper rails loop over the cell, lower ones under it; inner rails inside outer ones. */
function sidesOf({ states, declaration }: Cell): { above: string[]; below: string[] } {
  const sorted = [...states].sort((a, b) => a.rail - b.rail);
  const upper = sorted.filter(({ rail }) => rail < declaration.body[1] / 2);
  const lower = sorted.filter(({ rail }) => rail >= declaration.body[1] / 2).reverse();
  return { above: upper.map(({ id }) => id), below: lower.map(({ id }) => id) };
}

/** The wires of the folded chain: each state runs back from its way out to its way in, through a delay of one timestep. */
export function loopsOf(cell: Cell, body: Box): { wires: Wire[]; delays: Delay[] } {
  const wires: Wire[] = [];
  const delays: Delay[] = [];
  for (const [side, ids] of Object.entries(sidesOf(cell)))
    ids.forEach((id, k) => {
      const y = (cell.states.find((state) => state.id === id)?.rail ?? 0) * measures.row;
      const out = (k + 1) * pitchOf(ids);
      const level = side === 'above' ? body.y - out : body.y + body.height + out;
      const [left, right] = [-out, body.width + out];
      const middle = { x: body.width / 2, y: level };
      const order = cell.signals.findIndex((signal) => signal.id === id);
      const signal = { kind: 'signal', id } as const;
      wires.push(
        {
          id: `loop.${id}#out`,
          net: `loop.${id}`,
          refs: [signal],
          points: [
            { x: body.width, y },
            { x: right, y },
            { x: right, y: level },
            { ...middle, x: middle.x + 30 },
          ],
          target: { kind: 'next', state: id },
          reveals: [{ order, start: INPUTS_IN, end: 1 }],
          joints: ['on', 'end'],
          ends: [{ kind: 'next', state: id }],
        },
        {
          id: `loop.${id}#in`,
          net: `loop.${id}`,
          refs: [{ kind: 'previous', id }],
          points: [
            { ...middle, x: middle.x - 30 },
            { x: left, y: level },
            { x: left, y },
            { x: 0, y },
          ],
          target: null,
          reveals: [],
          joints: ['end', 'on'],
          ends: [],
        },
      );
      delays.push({ ...middle, state: id });
    });
  return { wires, delays };
}
