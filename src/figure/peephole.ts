import type { Cell } from '../cell/cell.ts';
import { refKey } from '../cell/slot.ts';
import { belongsTo, titleShape } from './labels.ts';
import { type Box, measures, overlaps, type Pixel } from './measures.ts';
import { isPeephole } from './nets.ts';
import type { Bridge } from './scene.ts';
import { type Palette, type Shape, shape } from './shape.ts';
import type { Wire } from './wires.ts';

/** The weights of a peephole, marked on its wire: one a unit, or a full matrix. */
export interface Peephole extends Pixel {
  /** The layer that sees through it. */
  readonly signal: string;
  readonly weight: 'diagonal' | 'full';
}

const SIZE = 22;

/** The peepholes of a cell, each on the last piece of its wire that has room for the mark. */
export function peepholesOf(cell: Cell, wires: readonly Wire[], bridges: readonly Bridge[]): Peephole[] {
  return wires.flatMap((wire) => {
    const { target } = wire;
    const signal = cell.signals.find(({ id }) => target?.kind === 'node' && id === target.signal);
    const term = signal?.affine?.terms.find(({ ref, parameter }) => refKey(ref) === wire.net && isPeephole(parameter));
    const place = term && placeOn(wire, bridges);
    return signal && place
      ? [{ ...place, signal: signal.id, weight: term.weight === 'diagonal' ? 'diagonal' : 'full' }]
      : [];
  });
}

/** The middle of the last straight piece that has room, clear of what passes over or under the wire. */
function placeOn({ points, id }: Wire, bridges: readonly Bridge[]): Pixel | null {
  const near = bridges.filter(({ over, under }) => over.id === id || under.id === id);
  for (let k = points.length - 1; k > 0; k--) {
    const [a, b] = [points[k - 1], points[k]];
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    const [start, end] = [
      k > 1 ? measures.corner : SIZE,
      k === points.length - 1 ? measures.arrow + 2 : measures.corner,
    ];
    for (let at = length - end - SIZE / 2; at >= start + SIZE / 2; at -= SIZE / 2) {
      const place = { x: a.x + ((b.x - a.x) * at) / length, y: a.y + ((b.y - a.y) * at) / length };
      if (!near.some((bridge) => overlaps(boxAt(place, SIZE), boxAt(bridge, measures.ribbon + 14)))) return place;
    }
  }
  return null;
}

const boxAt = ({ x, y }: Pixel, size: number): Box => ({ x: x - size / 2, y: y - size / 2, width: size, height: size });

/** The mark: a weight matrix, with dark places on its diagonal or everywhere and pale ones where it has no weight. */
export function peepholeShape({ x, y, signal, weight }: Peephole, palette: Palette): Shape {
  const places = [-1, 0, 1];
  const dots = places.flatMap((row) =>
    places.map((column) =>
      shape('rect', {
        ...{ x: x + column * 5.6 - 2.5, y: y + row * 5.6 - 2.5, width: 5, height: 5 },
        fill: palette.ink,
        ...(weight === 'diagonal' && column !== row && { 'fill-opacity': 0.15 }),
      }),
    ),
  );
  const box = shape('rect', {
    ...boxAt({ x, y }, SIZE),
    rx: 5,
    fill: palette.panel,
    stroke: palette['layer-line'],
    'stroke-width': 2,
  });
  const name =
    weight === 'full' ? 'peephole, full matrix of weights' : 'peephole, diagonal matrix: one weight per unit';
  return belongsTo(signal, [titleShape(name), box, ...dots], 'peephole');
}
