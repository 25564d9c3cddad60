import type { Ref } from '../cell/slot.ts';
import type { LatticePoint } from './lattice.ts';
import type { Layout } from './layout.ts';
import { measures, type Pixel } from './measures.ts';
import { halfOf, type Net, type PlacedNode, type Target } from './nets.ts';
import type { Branch } from './router.ts';
import { pixelAt, type Spacing } from './spacing.ts';

/** The filling of a stretch of wire: while signal `order` is computed, from `start` to `end` of that operation's phase. */
export interface Reveal {
  readonly order: number;
  readonly start: number;
  readonly end: number;
}

/** The kind of a wire's end: free, at the side of another stretch, or continued straight by one. */
export type Joint = 'end' | 'side' | 'on';
/** Those of its start and its end. */
export type Joints = readonly [Joint, Joint];

/** A stretch of a net between its source, its forks and its ends: one ribbon. */
export interface Wire {
  readonly id: string;
  readonly net: string;
  /** The content of the wire: one vector, or the parts of a concatenation. */
  readonly refs: readonly Ref[];
  readonly points: readonly Pixel[];
  /** The target at its end, or null. */
  readonly target: Target | null;
  readonly reveals: readonly Reveal[];
  readonly joints: Joints;
  /** Everything it leads to, through its forks. */
  readonly ends: readonly Target[];
}

/** The share of an operation in which inputs run in; then the node shows its value, which runs out to all readers. */
export const INPUTS_IN = 0.6;

/** Splits the branches of a routed net at its forks and says when each stretch fills. */
export function wiresOf(net: Net, { plan, branches }: Layout, spacing: Spacing): { wires: Wire[]; forks: Pixel[] } {
  const pixel = (point: LatticePoint): Pixel => pixelAt(point, spacing);
  const own = branches.get(net.id) ?? [];
  const starts = new Set(own.slice(1).map(({ points }) => keyOf(points[0])));
  const routes = own.map((_, index) => routeTo(index, own));
  const wires: Wire[] = [];
  own.forEach(({ points, sink }, branch) => {
    let from = 0;
    for (let k = 1; k < points.length; k++) {
      const last = k === points.length - 1;
      if (!last && !starts.has(keyOf(points[k]))) continue;
      const stretch = points.slice(from, k + 1);
      const target = last ? net.sinks[sink].target : null;
      const first = from === 0 && branch === 0;
      wires.push({
        id: `${net.id}#${wires.length}`,
        net: net.id,
        refs: net.refs,
        points: trimmed(
          corners(stretch).map(pixel),
          first ? startTrim(net, stretch, plan, spacing) : 0,
          target ? endTrim(target, stretch, plan, spacing) : 0,
        ),
        target,
        joints: ['end', 'end'],
        ends: own.filter((_, index) => runsAlong(stretch, routes[index])).map((other) => net.sinks[other.sink].target),
        reveals: revealsOf(stretch, routes, net, own, plan, spacing),
      });
      from = k;
    }
  });
  return { wires: wires.reverse().map(meeting), forks: own.slice(1).map(({ points }) => pixel(points[0])) };
}

/** Of the stretches that meet at a fork two run straight on; the others end at their side. */
function meeting(wire: Wire, _: number, all: readonly Wire[]): Wire {
  const endsOf = ({ points }: Wire): [Pixel, Pixel][] => [
    [points[0], points[1]],
    [points[points.length - 1], points[points.length - 2]],
  ];
  const joint = ([p, toward]: [Pixel, Pixel]): Joint => {
    const others = all.flatMap(endsOf).filter(([q, next]) => q.x === p.x && q.y === p.y && next !== toward);
    const straight = others.some(
      ([, q]) =>
        Math.sign(q.x - p.x) === Math.sign(p.x - toward.x) && Math.sign(q.y - p.y) === Math.sign(p.y - toward.y),
    );
    return straight || p.x === 0 ? 'on' : others.length > 1 ? 'side' : 'end';
  };
  const [start, end] = endsOf(wire);
  return { ...wire, joints: [joint(start), joint(end)] };
}

const keyOf = ({ x, y }: LatticePoint): string => `${x},${y}`;

/** All lattice points from the net's source to the end of a branch. */
function routeTo(index: number, branches: readonly Branch[]): LatticePoint[] {
  const { points } = branches[index];
  if (index === 0) return [...points];
  const fork = keyOf(points[0]);
  const parent = branches.findIndex((b, k) => k < index && b.points.some((p, at) => at > 0 && keyOf(p) === fork));
  const trunk = routeTo(parent, branches);
  return [
    ...trunk.slice(
      0,
      trunk.findIndex((p) => keyOf(p) === fork),
    ),
    ...points,
  ];
}

function corners(points: readonly LatticePoint[]): LatticePoint[] {
  return points.filter((p, k) => {
    const [a, b] = [points[k - 1], points[k + 1]];
    return !a || !b || (a.x !== b.x && a.y !== b.y) || (a.x === b.x && p.x !== a.x) || (a.y === b.y && p.y !== a.y);
  });
}

function lengthOf(points: readonly LatticePoint[], spacing: Spacing): number {
  let sum = 0;
  for (let k = 1; k < points.length; k++) {
    const [a, b] = [pixelAt(points[k - 1], spacing), pixelAt(points[k], spacing)];
    sum += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  }
  return sum;
}

/** The index on a route at which a stretch begins, or −1. */
const placeOn = (stretch: readonly LatticePoint[], route: readonly LatticePoint[]): number =>
  route.findIndex(
    (p, k) => keyOf(p) === keyOf(stretch[0]) && route[k + 1] && keyOf(route[k + 1]) === keyOf(stretch[1]),
  );

const runsAlong = (stretch: readonly LatticePoint[], route: readonly LatticePoint[]): boolean =>
  placeOn(stretch, route) >= 0;

/**
 * The time at which a stretch fills. The value of a signal runs out on all its wires as soon as it is computed; the input, the states
 * of the timestep before and concatenations run in with each signal that reads them.
 */
function revealsOf(
  stretch: readonly LatticePoint[],
  routes: readonly (readonly LatticePoint[])[],
  net: Net,
  branches: readonly Branch[],
  plan: Layout['plan'],
  spacing: Spacing,
): Reveal[] {
  const source = plan.nodes.find(({ signal }) => signal.id === net.id);
  const longest = Math.max(...routes.map((route) => lengthOf(route, spacing)));
  const ways = routes.flatMap((route, index) => {
    const at = placeOn(stretch, route);
    if (at < 0) return [];
    const total = source ? longest : lengthOf(route, spacing);
    const from = lengthOf(route.slice(0, at + 1), spacing) / total;
    return [{ from, to: from + lengthOf(stretch, spacing) / total, target: net.sinks[branches[index].sink].target }];
  });
  const [way] = ways;
  if (source) return way ? [revealed(way, source.order, INPUTS_IN, 1)] : [];
  return ways.flatMap((each) => runningIn(each, net, plan));
}

/** The part of a route that a stretch takes, as shares of its length. */
interface Way {
  readonly from: number;
  readonly to: number;
}

/** While signal `order` is computed, the front runs along the whole route from `low` to `high`. */
const revealed = ({ from, to }: Way, order: number, low: number, high: number): Reveal => ({
  order,
  start: low + (high - low) * from,
  end: low + (high - low) * to,
});

/** The input, a state of the timestep before or a concatenation on its way to what reads it. */
function runningIn(way: Way & { readonly target: Target }, net: Net, { nodes, joins }: Layout['plan']): Reveal[] {
  const orderOf = (id: string): number => nodes.find(({ signal }) => signal.id === id)?.order ?? 0;
  const { target } = way;
  if (target.kind === 'node') {
    const joined = joins.some((join) => join.id === net.id);
    return [revealed(way, orderOf(target.signal), joined ? INPUTS_IN / 2 : 0, INPUTS_IN)];
  }
  // a bus goes on when the last of its states is computed
  if (target.kind === 'next') return [revealed(way, Math.max(...target.states.map(orderOf)), INPUTS_IN, 1)];
  const join = target.kind === 'join' ? joins.find(({ id }) => id === target.join) : undefined;
  return (join?.layers ?? []).map((layer) => revealed(way, orderOf(layer), 0, INPUTS_IN / 2));
}

function startTrim(
  net: Net,
  stretch: readonly LatticePoint[],
  { nodes, joins }: Layout['plan'],
  spacing: Spacing,
): number {
  const node = nodes.find(({ signal }) => signal.id === net.id);
  if (node) return nodeTrim(node, stretch[0], stretch[0].y === stretch[1].y, spacing);
  return joins.some((join) => join.id === net.id) ? measures.join.width / 2 - 1 : 0;
}

function endTrim(
  target: Target,
  stretch: readonly LatticePoint[],
  { nodes }: Layout['plan'],
  spacing: Spacing,
): number {
  if (target.kind === 'next') return -spacing.gap;
  if (target.kind === 'output') return 0;
  const [a, b] = stretch.slice(-2);
  const horizontal = a.y === b.y;
  if (target.kind === 'join') return halfOf('join', horizontal);
  const node = nodes.find(({ signal }) => signal.id === target.signal) as PlacedNode;
  return nodeTrim(node, b, horizontal, spacing);
}

/** The distance from the edge of a node to the lattice point at which a wire meets it. */
function nodeTrim(node: PlacedNode, port: LatticePoint, horizontal: boolean, spacing: Spacing): number {
  const [centre, end] = [pixelAt(node, spacing), pixelAt(port, spacing)];
  return halfOf(node.shape, horizontal) - Math.abs(horizontal ? centre.x - end.x : centre.y - end.y);
}

/** The polyline with its first and last stretch shortened (or, with a negative length, prolonged). */
export function trimmed(points: readonly Pixel[], start: number, end: number): Pixel[] {
  const moved = (p: Pixel, toward: Pixel, by: number): Pixel => {
    const length = Math.hypot(toward.x - p.x, toward.y - p.y) || 1;
    return { x: p.x + ((toward.x - p.x) / length) * by, y: p.y + ((toward.y - p.y) / length) * by };
  };
  const result = [...points];
  const last = result.length - 1;
  [result[0], result[last]] = [moved(points[0], points[1], start), moved(points[last], points[last - 1], end)];
  return result;
}
