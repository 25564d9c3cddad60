import type { Cell, Signal } from '../cell/cell.ts';
import { type LatticePoint, STEP } from './lattice.ts';
import { coveredPoints, type Net, type Plan, planOf, type Sink } from './nets.ts';
import type { Lattice, Port } from './router.ts';

/** A net that found no way to one of its sinks, with the lattice as it was then. */
export interface Blocked {
  readonly net: Net;
  readonly sink: Sink;
  readonly lattice: Lattice;
  /** The ports that the wire could have left by, and those of the sink that no other wire has taken. */
  readonly starts: readonly Port[];
  readonly goals: readonly Port[];
}

/** The distance from its own place within which a node is tried elsewhere, in lattice steps. */
const REACH = 6;

/** Returns true if all wires of a cell find their way. */
type Routes = (cell: Cell) => boolean;

/** A node that is where it cannot be, and why. */
interface Clash {
  readonly id: string;
  readonly reason: string;
}

/** Describes in a sentence the fault in the places of a plan before any wire is routed; null if there is none. */
export function clashText(cell: Cell, plan: Plan, routes: Routes): string | null {
  const clash = clashIn(cell, plan);
  return clash && `${cell.name}: ${clash.reason}.${advice(cell, clash.id, routes)}`;
}

/** The first node that lies outside of the body or on another one. */
function clashIn(cell: Cell, plan: Plan): Clash | null {
  const [columns, rows] = cell.declaration.body;
  const owners = new Map<string, string>();
  for (const node of plan.nodes)
    for (const point of coveredPoints({ nodes: [node], joins: [] })) {
      const { id } = node.signal;
      const at = `“${id}” at ${pointText(node)}`;
      if (point.x < 1 || point.x >= columns || point.y < 0 || point.y >= rows)
        return { id, reason: `${at} does not fit into the body of ${columns} × ${rows}` };
      const other = owners.get(pointText(point));
      if (other) return { id, reason: `${at} covers ${pointText(point)}, where “${other}” is` };
      owners.set(pointText(point), id);
    }
  return null;
}

/** Explains in a sentence why a net found no way: the blocked ports, and the nearest place from which all wires find theirs. */
export function blockedText(cell: Cell, plan: Plan, blocked: Blocked, routes: Routes): string {
  const { net, sink, lattice, starts, goals } = blocked;
  const source = plan.nodes.find(({ signal }) => signal.id === net.id);
  const leaving = starts.map((port) => ({ port, next: stepFrom(port, 1) }));
  const shut = source && leaving.every(({ next }) => obstacle(plan, lattice, net.id, next) !== null);
  const node = shut ? source : plan.nodes.find(({ signal }) => isNode(sink) && signal.id === sink.target.signal);
  const ends = shut ? leaving : goals.map((port) => ({ port, next: stepFrom(port, -1) }));
  const reasons = ends.map(({ port, next }) => {
    const side = SIDES[shut ? port.direction : (port.direction + 2) % 4];
    return `${side} is ${obstacle(plan, lattice, net.id, next) ?? 'cut off by other wires'}`;
  });
  const where = node ? `“${node.signal.id}” at ${pointText(node)}` : targetText(sink);
  const wire = shut ? `the wire of ${where} finds no way out` : `the wire of “${net.id}” finds no way to ${where}`;
  const why = reasons.length > 0 ? reasons.join(', ') : 'every side is taken by another wire';
  return `${cell.name}: ${wire}: ${why}.${node ? advice(cell, node.signal.id, routes) : ''}`;
}

const SIDES = ['its right side', 'its lower side', 'its left side', 'its upper side'] as const;

const isNode = (sink: Sink): sink is Sink & { target: { kind: 'node' } } => sink.target.kind === 'node';

function targetText({ target }: Sink): string {
  if (target.kind === 'join') return `the concatenation ${target.join}`;
  return target.kind === 'next' ? `the right end of the rail of “${target.states.join(', ')}”` : 'the output';
}

const pointText = ({ x, y }: LatticePoint): string => `(${x}, ${y})`;

/** The point beside a port: where its wire comes from (−1) or goes to (1). */
function stepFrom({ x, y, direction }: Port, sign: 1 | -1): LatticePoint {
  const [dx, dy] = STEP[direction];
  return { x: x + sign * dx, y: y + sign * dy };
}

/** The obstacle that keeps a net from passing a point; null if it could pass. */
function obstacle({ nodes, joins }: Plan, lattice: Lattice, net: string, point: LatticePoint): string | null {
  const covers = (one: Pick<Plan, 'nodes' | 'joins'>): boolean =>
    coveredPoints(one).some(({ x, y }) => x === point.x && y === point.y);
  const node = nodes.find((one) => covers({ nodes: [one], joins: [] }));
  if (node) return `blocked by “${node.signal.id}”`;
  const join = joins.find((one) => covers({ nodes: [], joins: [one] }));
  if (join) return `blocked by the concatenation ${join.id}`;
  if (point.x < 1 || point.x >= lattice.width || point.y >= lattice.height) return 'at the edge of the body';
  return lattice.usedByOther(point.x, point.y, net) ? 'blocked by another wire' : null;
}

/** The nearest place for a signal's node at which every wire finds its way, as a sentence; empty where there is none. */
function advice(cell: Cell, id: string, routes: Routes): string {
  const own = cell.signals.find((signal) => signal.id === id) as Signal;
  const [column, row] = own.info.at;
  const places: { at: readonly [number, number]; far: number }[] = [];
  for (let dx = -REACH; dx <= REACH; dx++)
    for (let dy = -REACH; dy <= REACH; dy++)
      if (dx !== 0 || dy !== 0) places.push({ at: [column + dx, row + dy], far: Math.abs(dx) + Math.abs(dy) });
  places.sort((a, b) => a.far - b.far);
  const moved = (at: readonly [number, number]): Cell => ({
    ...cell,
    signals: cell.signals.map((signal) => (signal === own ? { ...own, info: { ...own.info, at } } : signal)),
  });
  const fits = places.find(({ at }) => {
    const other = moved(at);
    return clashIn(other, planOf(other)) === null && routes(other);
  });
  return fits ? ` The nearest free place for “${id}” is [${fits.at.join(', ')}].` : '';
}
