import type { Cell } from '../cell/cell.ts';
import type { Apart } from './fit.ts';
import type { LatticePoint } from './lattice.ts';
import type { Layout } from './layout.ts';
import { measures } from './measures.ts';
import { halfOf, type Net, type PlacedNode, type Plan } from './nets.ts';
import type { Branch } from './router.ts';

/** The lattice direction that is spaced: columns or rows. */
type Axis = 'x' | 'y';

/** An obstacle that needs room on both sides of a column (or row), over a range of rows (or columns). */
export interface Solid {
  readonly at: number;
  readonly before: number;
  readonly after: number;
  readonly from: number;
  readonly to: number;
  /** Its net; wires of the same net may be closer to each other. */
  readonly owner: string;
}

/** A stretch of wire along the axis between two things that bend, end or begin it, with the room that each takes. */
interface Stretch {
  readonly net: string;
  readonly across: number;
  readonly low: number;
  readonly high: number;
  readonly lowRoom: number;
  readonly highRoom: number;
}

/** Between two nodes, and between a wire and what it passes. */
const ASIDE = 10;
const BESIDE = 6;
/** A symbol and the space around it. */
const SYMBOL = 50;
/** Between the body's edge and what is inside of it. */
const EDGE = 14;
/** The reach of a node or concatenation over its neighbouring rows or columns, in steps of a narrow lattice. */
const OVER: Readonly<Record<PlacedNode['shape'] | 'join', Readonly<Record<Axis, number>>>> = {
  layer: { x: 0.9, y: 1.9 },
  ellipse: { x: 0.75, y: 1.8 },
  circle: { x: 0.75, y: 0.95 },
  join: { x: 0.6, y: 0.5 },
};
const half = measures.ribbon / 2;
const FORK = half + 1;
const HEAD = measures.arrow + measures.straight;

/** The distances between a routed cell's columns (or rows) that keep its nodes, wires and other solids clear of each other. */
export function demandsOf(cell: Cell, { plan, branches }: Layout, axis: Axis, others: readonly Solid[] = []): Apart[] {
  const [columns, rows] = cell.declaration.body;
  const end = axis === 'x' ? columns : rows;
  const stretches = plan.nets.flatMap((net) => stretchesOf(net, branches.get(net.id) ?? [], plan, axis));
  const across = plan.nets.flatMap((net) =>
    stretchesOf(net, branches.get(net.id) ?? [], plan, axis === 'x' ? 'y' : 'x'),
  );
  const wires = across.map(
    (one): Solid => ({ at: one.across, before: half, after: half, from: one.low, to: one.high, owner: one.net }),
  );
  const solids = [...solidsOf(plan, axis), ...wires, ...others];
  return [
    ...solids.flatMap((a) => solids.flatMap((b) => between(a, b))),
    ...solids.flatMap(({ at, before, after }) => [
      // above row 0 there is room for the rail on it
      ...(axis === 'x' ? [{ from: 0, to: at, by: before + EDGE }] : []),
      { from: at, to: end, by: after + EDGE },
    ]),
    ...stretches.flatMap((one) => [
      { from: one.low, to: one.high, by: one.lowRoom + one.highRoom },
      ...bridged(one, wires),
    ]),
  ].filter(({ from, to }) => from >= 0 && from < to && to <= end);
}

/** The places with possible room for a signal's symbol: on either side of the upright stretches of its wires, the longest first, and of its node. */
export function symbolRooms(id: string, { plan, branches }: Layout): Solid[] {
  const net = plan.nets.find((one) => one.id === id);
  const upright = net ? stretchesOf(net, branches.get(id) ?? [], plan, 'y') : [];
  const { x, y, shape } = plan.nodes.find(({ signal }) => signal.id === id) as PlacedNode;
  const stretches = upright
    .sort((a, b) => b.high - b.low - (a.high - a.low))
    .map(({ across, low, high }) => ({ at: across, row: (low + high) / 2, size: half }));
  return [...stretches, { at: x, row: y, size: halfOf(shape, true) }].flatMap(({ at, row, size }) => {
    const room = { at, from: row - 1, to: row + 1, owner: id };
    return [
      { ...room, before: size, after: size + SYMBOL },
      { ...room, before: size + SYMBOL, after: size },
    ];
  });
}

function solidsOf({ nodes, joins }: Plan, axis: Axis): Solid[] {
  const node = ({ shape, signal, x, y }: PlacedNode): Solid => {
    const size = halfOf(shape, axis === 'x');
    const [at, across] = axis === 'x' ? [x, y] : [y, x];
    return {
      ...{ at, before: size, after: size },
      ...{ from: across - OVER[shape][axis], to: across + OVER[shape][axis], owner: signal.id },
    };
  };
  const bars = joins.flatMap(({ id, x, y, rows }): Solid[] => {
    const size = halfOf('join', axis === 'x');
    const over = OVER.join[axis];
    const bar = { before: size, after: size, owner: id };
    if (axis === 'x') return [{ ...bar, at: x, from: y - over, to: y + rows - 1 + over }];
    return Array.from({ length: rows }, (_, row) => ({ ...bar, at: y + row, from: x - over, to: x + over }));
  });
  return [...nodes.map(node), ...bars];
}

function between(a: Solid, b: Solid): Apart[] {
  if (a.at >= b.at || a.to <= b.from || b.to <= a.from) return [];
  return [{ from: a.at, to: b.at, by: a.after + b.before + (a.after > half && b.before > half ? ASIDE : BESIDE) }];
}

/** The distances that give the wires crossing a stretch room at both of its ends. */
function bridged({ net, across, low, high, lowRoom, highRoom }: Stretch, wires: readonly Solid[]): Apart[] {
  const room = half + measures.clearance + 3;
  return wires
    .filter(({ at, from, to, owner }) => owner !== net && at > low && at < high && from < across && to > across)
    .flatMap(({ at }) => [
      { from: low, to: at, by: lowRoom + room },
      { from: at, to: high, by: highRoom + room },
    ]);
}

/** The stretches of a net along an axis, from bend, fork or source to bend, fork or end. */
function stretchesOf(net: Net, branches: readonly Branch[], plan: Plan, axis: Axis): Stretch[] {
  const horizontal = axis === 'x';
  const forks = new Set(branches.slice(1).map(({ points }) => keyOf(points[0])));
  const along = (p: LatticePoint): number => (horizontal ? p.x : p.y);
  return branches.flatMap(({ points, sink }, branch) => {
    const last = points.length - 1;
    const marks = points
      .map((_, k) => k)
      .filter((k) => k === 0 || k === last || isCorner(points, k) || forks.has(keyOf(points[k])));
    return marks.slice(1).flatMap((k, m): Stretch[] => {
      const [a, b] = [points[marks[m]], points[k]];
      if ((a.y === b.y) !== horizontal) return [];
      const start =
        marks[m] > 0 || branch > 0
          ? { at: along(a), room: forks.has(keyOf(a)) ? FORK : measures.corner }
          : sourceOf(net, a, plan, axis);
      const end =
        k < last
          ? { at: along(b), room: forks.has(keyOf(b)) ? FORK : measures.corner }
          : endOf(net, sink, b, plan, axis);
      const [low, high] = start.at < end.at ? [start, end] : [end, start];
      return [
        {
          ...{ net: net.id, across: horizontal ? a.y : a.x },
          ...{ low: low.at, lowRoom: low.room, high: high.at, highRoom: high.room },
        },
      ];
    });
  });
}

interface End {
  readonly at: number;
  readonly room: number;
}

/** The start of a net: the centre of its node, its concatenation, or the edge of the body. */
function sourceOf(net: Net, at: LatticePoint, { nodes, joins }: Plan, axis: Axis): End {
  const horizontal = axis === 'x';
  const node = nodes.find(({ signal }) => signal.id === net.id);
  if (node) return { at: horizontal ? node.x : node.y, room: halfOf(node.shape, horizontal) };
  const join = joins.some(({ id }) => id === net.id);
  return { at: horizontal ? at.x : at.y, room: join ? halfOf('join', horizontal) : half };
}

/** The end of a branch, with its arrowhead and a straight piece before it. */
function endOf(net: Net, sink: number, at: LatticePoint, { nodes }: Plan, axis: Axis): End {
  const horizontal = axis === 'x';
  const own = horizontal ? at.x : at.y;
  const { target } = net.sinks[sink];
  if (target.kind === 'join') return { at: own, room: halfOf('join', horizontal) + HEAD };
  if (target.kind !== 'node') return { at: own, room: 0 };
  const node = nodes.find(({ signal }) => signal.id === target.signal) as PlacedNode;
  return { at: horizontal ? node.x : node.y, room: halfOf(node.shape, horizontal) + HEAD };
}

const keyOf = ({ x, y }: LatticePoint): string => `${x},${y}`;

function isCorner(points: readonly LatticePoint[], k: number): boolean {
  const [a, b] = [points[k - 1], points[k + 1]];
  return a !== undefined && b !== undefined && a.x !== b.x && a.y !== b.y;
}
