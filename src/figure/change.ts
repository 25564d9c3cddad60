import type { Cell } from '../cell/cell.ts';
import { refKey, refsOf } from '../cell/slot.ts';
import { arrowPath } from './arrows.ts';
import { widthOf } from './lanes.ts';
import { overlaps } from './measures.ts';
import { offsetPath } from './offsetPath.ts';
import type { RibbonStyle } from './ribbon.ts';
import type { Scene, SceneNode } from './scene.ts';
import { type Palette, type Shape, shape } from './shape.ts';
import type { Wire } from './wires.ts';

/** The novelties of a cell against another: signals (new, or computed by another operation) and arguments `source → signal`. */
export interface Novelty {
  readonly signals: ReadonlySet<string>;
  readonly arguments: ReadonlySet<string>;
}

const argumentsOf = (cell: Cell): string[] =>
  cell.signals.flatMap((signal) => refsOf(signal).map((ref) => `${refKey(ref)} → ${signal.id}`));

/** Returns the signals and arguments that `cell` has and `other` lacks. */
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

/** True if everything a wire leads to is new. */
export function isNewWire(wire: Wire, novelty: Novelty): boolean {
  const pairs = wire.ends.flatMap((end) =>
    end.kind === 'node' ? wire.refs.map((ref) => novelty.arguments.has(`${refKey(ref)} → ${end.signal}`)) : [false],
  );
  return pairs.length > 0 && pairs.every(Boolean);
}

/** True if two cells are of one family; only then does the picture mark novelties and losses. */
export function areRelated(a: Cell, b: Cell): boolean {
  const frame = ({ declaration: { body }, states }: Cell): string =>
    [...body, ...states.map(({ id, rail }) => `${id} ${rail}`)].join();
  return frame(a) === frame(b);
}

/** Nodes and wires that a related cell shown before had and this one lacks: grey, empty and below everything else. */
export function ghostShapes(before: Scene, now: Scene, style: RibbonStyle): Shape[] {
  const { palette } = style;
  const gone = noveltyOf(before.cell, now.cell);
  const taken = [...now.nodes, ...now.joins].map(({ box }) => box);
  const nodes = before.nodes.filter(
    ({ signal, box }) => gone.signals.has(signal.id) && !taken.some((other) => overlaps(other, box, -1)),
  );
  const wires = before.wires.filter((wire) => isNewWire(wire, gone));
  return [...wires.map((wire) => ghostRibbon(wire, style)), ...nodes.map((node) => ghostNode(node, palette))];
}

/** An empty grey ribbon with a dashed edge. */
function ghostRibbon({ id, points, target }: Wire, { zoom, palette }: RibbonStyle): Shape {
  const width = widthOf(zoom);
  const d = offsetPath(points, 0);
  const stroke = (w: number, colour: string): Record<string, string | number> => ({
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': w,
  });
  const head = target
    ? [shape('path', { d: arrowPath({ points }, zoom), fill: palette.ghost, 'fill-opacity': 0.6 })]
    : [];
  return shape('g', { class: 'ghost', 'data-ghost': id }, [
    shape('path', { ...stroke(width + 2.6, palette.ghost), 'stroke-dasharray': '6 4' }),
    shape('path', stroke(width, palette.cell)),
    shape('path', { ...stroke(width, palette.ghost), 'stroke-opacity': 0.28 }),
    ...head,
  ]);
}

function ghostNode({ signal, box, glyph, centre, shape: form }: SceneNode, palette: Palette): Shape {
  return shape('g', { class: 'ghost', 'data-ghost': signal.id }, [
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
  ]);
}
