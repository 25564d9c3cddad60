import type { Cell, Signal } from '../cell/cell.ts';
import { type Ref, refKey } from '../cell/slot.ts';
import { glyphOf, opOf } from '../ops/ops.ts';
import type { Direction, LatticePoint } from './lattice.ts';
import { measures } from './measures.ts';
import { netOfRail, type Rail, railsOf } from './rails.ts';
import type { Goal, Port } from './router.ts';

export type NodeShape = 'layer' | 'circle' | 'ellipse';

/** A node of the diagram on the lattice: one signal. */
export interface PlacedNode {
  readonly signal: Signal;
  readonly shape: NodeShape;
  readonly glyph: string;
  readonly x: number;
  readonly y: number;
  /** Its place in the order of computation, from 0. */
  readonly order: number;
}

/** A concatenation of sources before layers, or of states before the rail they share: a bar over the rows of its sources. */
export interface Join {
  readonly id: string;
  readonly refs: readonly Ref[];
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly layers: readonly string[];
}

export type Target =
  | { readonly kind: 'node'; readonly signal: string }
  | { readonly kind: 'join'; readonly join: string }
  | { readonly kind: 'next'; readonly states: readonly string[] }
  | { readonly kind: 'output' };

/** One end of a net: where it may arrive. Sides of a node are taken by the first wire that uses them. */
export interface Sink {
  readonly target: Target;
  readonly goals: readonly Goal[];
}

/** A vector and everything that receives it. */
export interface Net {
  readonly id: string;
  /** The content of the net: one vector, or the parts of a concatenation in order. */
  readonly refs: readonly Ref[];
  readonly starts: readonly Port[];
  readonly sinks: readonly Sink[];
}

export interface Plan {
  readonly nodes: readonly PlacedNode[];
  readonly joins: readonly Join[];
  readonly nets: readonly Net[];
}

const ALL: readonly Direction[] = [0, 1, 2, 3];
const port = (x: number, y: number, direction: Direction): Port => ({ x, y, direction });

/** The distance from the centre of a node or concatenation to its edge. */
export function halfOf(shape: NodeShape | 'join', horizontal: boolean): number {
  const { layer, ellipse, circle, join } = measures;
  if (shape === 'layer') return (horizontal ? layer.width : layer.height) / 2;
  if (shape === 'join') return (horizontal ? join.width : join.height) / 2;
  if (shape === 'circle') return circle;
  return horizontal ? ellipse.rx : ellipse.ry;
}

/** The port as a goal: two steps where one leaves no room for a corner and a straight piece before the arrowhead. */
function goalAt(shape: NodeShape | 'join', at: Port): Goal {
  const { column, row, corner, arrow, straight } = measures;
  const horizontal = at.direction % 2 === 0;
  // at the side of a wide node the port is one column away from its centre
  const reach = horizontal && (shape === 'layer' || shape === 'ellipse') ? 2 * column : horizontal ? column : row;
  const room = reach - halfOf(shape, horizontal) - corner;
  return { ...at, steps: room < arrow + straight ? 2 : 1 };
}

/** The sides at which an operation takes its arguments; “1−” from above or below, so that it reads as it is written. */
function goalsOf({ signal, shape, x, y }: PlacedNode): Goal[] {
  const sides = sidesOf(shape, x, y, true);
  const upright = opOf(signal.op).notation.kind === 'oneMinus';
  return sides.filter(({ direction }) => !upright || direction % 2 === 1).map((side) => goalAt(shape, side));
}

/** The sides of an operation, as ports of travel: toward it when arriving, away from it when leaving. */
function sidesOf(shape: NodeShape, x: number, y: number, arriving: boolean): Port[] {
  const reach = shape === 'ellipse' ? 1 : 0;
  return ALL.map((d) => port(x + (d % 2 === 0 ? ((d === 0) === arriving ? -reach : reach) : 0), y, d));
}

export function shapeOf(signal: Signal): NodeShape {
  if (signal.affine) return 'layer';
  const { kind } = opOf(signal.op).notation;
  return kind === 'function' || kind === 'share' ? 'ellipse' : 'circle';
}

/** Plans the places and connections of a cell from the declaration's arguments alone. */
export function planOf(cell: Cell): Plan {
  const nodes = cell.signals.map((signal, order): PlacedNode => {
    const [x, y] = signal.info.at;
    const glyph = signal.affine && signal.op === 'identity' ? 'linear' : glyphOf(signal.op, signal.constants);
    return { signal, shape: shapeOf(signal), glyph, x, y, order };
  });
  const rails = railsOf(cell);
  const buses = busesOf(cell, rails);
  const joins = [...joinsOf(cell), ...buses.map(({ join }) => join)];
  const netOf = (ref: Ref): string => {
    const rail = ref.kind === 'previous' && rails.find(({ states }) => states.includes(ref.id));
    return rail ? netOfRail(rail) : refKey(ref);
  };
  const sinks = new Map<string, Sink[]>();
  const addSink = (id: string, target: Target, goals: readonly Goal[]): void => {
    const known = sinks.get(id) ?? [];
    // the states of a bus reach a concatenation together
    const arrived = known.some((sink) => target.kind === 'join' && isSame(sink.target, target));
    if (!arrived) sinks.set(id, [...known, { target, goals }]);
  };

  for (const node of nodes) {
    const { signal, x, y } = node;
    const target = { kind: 'node', signal: signal.id } as const;
    const below = goalAt('layer', port(x, y, 3));
    const beside = [port(x - 1, y, 0), port(x + 1, y, 2)].map((side) => goalAt('layer', side));
    for (const ref of signal.args) addSink(netOf(ref), target, goalsOf(node));
    const join = joins.find((j) => j.layers.includes(signal.id));
    if (join) addSink(join.id, target, [below]);
    for (const term of signal.affine?.terms ?? []) {
      if (join?.refs.some((ref) => refKey(ref) === refKey(term.ref))) continue;
      const alone = !join && term.weight === 'matrix' && !isPeephole(term.parameter);
      const goals = isGain(term.parameter) ? [below, ...beside] : alone ? [below] : beside;
      addSink(netOf(term.ref), target, goals);
    }
  }
  for (const join of joins)
    for (const ref of join.refs)
      addSink(
        netOf(ref),
        { kind: 'join', join: join.id },
        joinPorts(join, ref, cell).map((at) => goalAt('join', at)),
      );
  const [columns] = cell.declaration.body;
  for (const rail of rails) {
    const { id } = buses.find(({ rail: own }) => own === rail)?.join ?? { id: rail.states[0] };
    addSink(id, { kind: 'next', states: rail.states }, [{ ...port(columns, rail.row, 0), steps: 1 }]);
  }
  addSink(cell.output, { kind: 'output' }, [{ ...port(cell.declaration.outputAt, -2, 3), steps: 1 }]);

  const nets: Net[] = [];
  const addNet = (id: string, refs: readonly Ref[], starts: readonly Port[]): void => {
    const found = sinks.get(id);
    if (found) nets.push({ id, refs, starts, sinks: found });
  };
  for (const rail of rails)
    addNet(
      netOfRail(rail),
      rail.states.map((id) => ({ kind: 'previous', id })),
      [port(0, rail.row, 0)],
    );
  for (const join of joins) {
    const bus = buses.find((one) => one.join === join);
    const starts = bus ? [port(join.x, bus.rail.row, 0)] : [port(join.x, join.y, 0), port(join.x, join.y, 3)];
    addNet(join.id, join.refs, starts);
  }
  addNet('x', [{ kind: 'input', id: 'x' }], [port(cell.declaration.inputAt, cell.declaration.body[1], 3)]);
  for (const { signal, shape, x, y } of nodes)
    addNet(
      signal.id,
      [{ kind: 'signal', id: signal.id }],
      shape === 'layer' ? [port(x, y, 3)] : sidesOf(shape, x, y, false),
    );
  return { nodes, joins, nets };
}

const isGain = (parameter: string | null): boolean => parameter !== null && /^g_/.test(parameter);

/** True if a parameter belongs to a peephole. */
export const isPeephole = (parameter: string | null): boolean => parameter !== null && /^[Pp]_/.test(parameter);

/** Layers that weigh the same two or more sources by matrices share one concatenation (peepholes enter at the side). */
function joinsOf(cell: Cell): Join[] {
  const joins = new Map<string, Join>();
  for (const { id, affine, info } of cell.signals) {
    const terms = affine?.terms.filter((term) => term.weight === 'matrix' && !isPeephole(term.parameter)) ?? [];
    if (terms.length < 2) continue;
    const refs = terms.map((term) => term.ref);
    const joinId = `[${refs.map(refKey).join(',')}]`;
    const known = joins.get(joinId);
    const [x, y] = known ? [known.x, known.y] : (info.join ?? [info.at[0] - 2, info.at[1] + 2]);
    joins.set(joinId, { id: joinId, refs, x, y, rows: rowsOf(refs, cell), layers: [...(known?.layers ?? []), id] });
  }
  return [...joins.values()];
}

/** The rows of a bar: those of the rails that enter it. */
function rowsOf(refs: readonly Ref[], { states }: Cell): number {
  const rows = states.filter(({ id }) => refs.some((ref) => ref.kind === 'previous' && ref.id === id));
  return rows.length === 0
    ? 1
    : 1 + Math.max(...rows.map(({ rail }) => rail)) - Math.min(...rows.map(({ rail }) => rail));
}

/** The bars before the right edge at which the states of a shared rail join, a row for each. */
function busesOf({ declaration }: Cell, rails: readonly Rail[]): { readonly rail: Rail; readonly join: Join }[] {
  return rails
    .filter(({ states }) => states.length > 1)
    .map((rail) => {
      const refs = rail.states.map((id): Ref => ({ kind: 'signal', id }));
      const rows = refs.length;
      const [x, y] = [declaration.body[0] - 3, rail.row - Math.floor(rows / 2)];
      return { rail, join: { id: `[${rail.states.join()}]`, refs, x, y, rows, layers: [] } };
    });
}

const isSame = (a: Target, b: Target): boolean => JSON.stringify(a) === JSON.stringify(b);

/** States enter a bar from the left (or above), the input from below; a bar of one row takes anything from any free side. */
function joinPorts(join: Join, ref: Ref, cell: Cell): Port[] {
  const bottom = join.y + join.rows - 1;
  if (ref.kind === 'input') return [port(join.x, bottom, 3)];
  if (join.layers.length === 0) return [port(join.x, join.y + join.refs.findIndex(({ id }) => id === ref.id), 0)];
  if (join.rows === 1) return [port(join.x, join.y, 0), port(join.x, join.y, 1)];
  const rail = cell.states.find((state) => state.id === ref.id)?.rail ?? join.y;
  return [port(join.x, Math.min(bottom, Math.max(join.y, rail)), 0)];
}

/** All lattice points that a plan's nodes and joins cover. */
export function coveredPoints({ nodes, joins }: Pick<Plan, 'nodes' | 'joins'>): LatticePoint[] {
  return [
    ...nodes.flatMap(({ shape, x, y }) =>
      shape !== 'circle' ? [-1, 0, 1].map((dx) => ({ x: x + dx, y })) : [{ x, y }],
    ),
    ...joins.flatMap(({ x, y, rows }) => Array.from({ length: rows }, (_, row) => ({ x, y: y + row }))),
  ];
}
