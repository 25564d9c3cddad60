import type { Cell } from '../cell/cell.ts';
import type { Box, Pixel } from './measures.ts';
import type { Target } from './nets.ts';
import { type Rail, railsOf } from './rails.ts';
import type { Spacing } from './spacing.ts';
import { INPUTS_IN, type Wire } from './wires.ts';

/** The place where a looping state waits for one timestep. */
export interface Delay extends Pixel {
  readonly states: readonly string[];
}

/** The distance between nested loops, with room for their labels if there are several. */
const pitchOf = (loops: readonly Rail[]): number => (loops.length > 1 ? 56 : 38);

/** Room that loops need above and below the body. */
export function loopRoom(cell: Cell): { above: number; below: number } {
  const { above, below } = sidesOf(cell);
  return { above: above.length * pitchOf(above), below: below.length * pitchOf(below) };
}

/** Upper rails loop over the cell, lower ones under it; inner rails inside outer ones. */
function sidesOf(cell: Cell): { above: Rail[]; below: Rail[] } {
  const sorted = railsOf(cell).sort((a, b) => a.row - b.row);
  const middle = cell.declaration.body[1] / 2;
  return {
    above: sorted.filter(({ row }) => row < middle),
    below: sorted.filter(({ row }) => row >= middle).reverse(),
  };
}

/** The wires of the folded chain: each rail runs back from its way out to its way in, through a delay of one timestep. */
export function loopsOf(cell: Cell, body: Box, { rows }: Spacing): { wires: Wire[]; delays: Delay[] } {
  const wires: Wire[] = [];
  const delays: Delay[] = [];
  for (const [side, rails] of Object.entries(sidesOf(cell)))
    rails.forEach(({ row, states }, k) => {
      const y = rows[row];
      const out = (k + 1) * pitchOf(rails);
      const level = side === 'above' ? body.y - out : body.y + body.height + out;
      const [left, right] = [-out, body.width + out];
      const middle = { x: body.width / 2, y: level };
      const order = cell.signals.findLastIndex(({ id }) => states.includes(id));
      const net = `loop.${states.join('+')}`;
      const next: Target = { kind: 'next', states };
      wires.push(
        {
          id: `${net}#out`,
          net,
          refs: states.map((id) => ({ kind: 'signal', id })),
          points: [
            { x: body.width, y },
            { x: right, y },
            { x: right, y: level },
            { ...middle, x: middle.x + 30 },
          ],
          target: next,
          reveals: [{ order, start: INPUTS_IN, end: 1 }],
          joints: ['on', 'end'],
          ends: [next],
        },
        {
          id: `${net}#in`,
          net,
          refs: states.map((id) => ({ kind: 'previous', id })),
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
      delays.push({ ...middle, states });
    });
  return { wires, delays };
}
