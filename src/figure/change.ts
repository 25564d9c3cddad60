import type { Cell } from '../cell/cell.ts';
import { refKey, refsOf } from '../cell/slot.ts';
import { type Box, overlaps } from './measures.ts';
import { offsetPath } from './ribbon.ts';
import { type Scene, segmentsOf } from './scene.ts';
import { type Palette, type Shape, shape } from './shape.ts';
import type { Wire } from './wires.ts';

/** What a cell has that another lacks: signals (new, or computed by another operation) and arguments `source → signal`. */
export interface Novelty {
  readonly signals: ReadonlySet<string>;
  readonly arguments: ReadonlySet<string>;
}

const argumentsOf = (cell: Cell): string[] =>
  cell.signals.flatMap((signal) => refsOf(signal).map((ref) => `${refKey(ref)} → ${signal.id}`));

/** What `cell` has and `other` lacks. */
export function noveltyOf(cell: Cell, other: Cell): Novelty {
  const known = new Map(other.signals.map((signal) => [signal.id, signal]));
  const old = new Set(argumentsOf(other));
  const isNew = (signal: Cell['signals'][number]): boolean => {
    const before = known.get(signal.id);
    return !before || before.op !== signal.op || Boolean(before.affine) !== Boolean(signal.affine);
  };
  return {
    signals: new Set(cell.signals.filter(isNew).map((signal) => signal.id)),
    arguments: new Set(argumentsOf(cell).filter((pair) => !old.has(pair))),
  };
}

/** Whether everything a wire leads to is new. */
export function isNewWire(wire: Wire, novelty: Novelty): boolean {
  const pairs = wire.ends.flatMap((end) =>
    end.kind === 'node' ? wire.refs.map((ref) => novelty.arguments.has(`${refKey(ref)} → ${end.signal}`)) : [false],
  );
  return pairs.length > 0 && pairs.every(Boolean);
}

/** Nodes and wires that the cell shown before had and this one lacks, as dashed ghosts where there is room for them. */
export function ghostShapes(before: Scene, now: Scene, palette: Palette): Shape[] {
  const [a, b] = [before.cell.declaration, now.cell.declaration];
  if (a.body[0] !== b.body[0] || a.body[1] !== b.body[1]) return [];
  const gone = noveltyOf(before.cell, now.cell);
  const taken: Box[] = [
    ...now.nodes.map((node) => node.box),
    ...now.joins.map((join) => join.box),
    ...now.wires.flatMap(roomOf),
  ];
  const free = (box: Box): boolean => !taken.some((other) => overlaps(other, box, -1));
  const nodes = before.nodes.filter(({ signal, box }) => gone.signals.has(signal.id) && free(box));
  const wires = before.wires.filter((wire) => isNewWire(wire, gone) && roomOf(wire, 2).every(free));
  return [
    ...wires.map(({ points, id }) =>
      shape('path', {
        class: 'ghost',
        'data-ghost': id,
        d: offsetPath(points, 0),
        fill: 'none',
        stroke: palette.ghost,
        'stroke-width': 2,
        'stroke-dasharray': '3 6',
      }),
    ),
    ...nodes.map(({ signal, box, glyph, centre, shape: form }) =>
      shape('g', { class: 'ghost', 'data-ghost': signal.id }, [
        shape('rect', {
          ...box,
          rx: form === 'layer' ? 9 : box.height / 2,
          fill: palette.cell,
          stroke: palette.ghost,
          'stroke-width': 1.8,
          'stroke-dasharray': '4 5',
        }),
        shape(
          'text',
          {
            x: centre.x,
            y: centre.y + 6,
            'text-anchor': 'middle',
            'font-family': 'system-ui, sans-serif',
            'font-size': 17,
            fill: palette.ghost,
          },
          [glyph],
        ),
      ]),
    ),
  ];
}

/** The boxes that a wire covers, with the wire this wide. */
function roomOf(wire: Wire, width = 24): Box[] {
  return segmentsOf(wire).map(({ a, b }) => ({
    x: Math.min(a.x, b.x) - width / 2,
    y: Math.min(a.y, b.y) - width / 2,
    width: Math.abs(a.x - b.x) + width,
    height: Math.abs(a.y - b.y) + width,
  }));
}
