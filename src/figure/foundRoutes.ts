import type { Cell } from '../cell/cell.ts';
import { slotOf } from '../cell/slot.ts';
import { directionOf } from './lattice.ts';
import { coveredPoints, type Net, type Plan, planOf, type Sink } from './nets.ts';
import { type Blocked, blockedText, clashText } from './placement.ts';
import { type Branch, forksOf, type Goal, Lattice, opposite, type Port, route } from './router.ts';
import type { Routes } from './routes.ts';

/** The number of orders of the nets to try, for the cell and for each place that could be advised. */
const ATTEMPTS = 24;
const ATTEMPTS_ELSEWHERE = 3;

/**
 * Routes every net of a planned cell. Throws a sentence where places do not fit: which port is blocked by what, and the nearest
 * free place.
 */
export function foundRoutes(cell: Cell, plan: Plan): Routes {
  const routes = (other: Cell): boolean => routed(other, planOf(other), ATTEMPTS_ELSEWHERE) instanceof Map;
  const clash = clashText(cell, plan, routes);
  if (clash) throw new Error(clash);
  const result = routed(cell, plan, ATTEMPTS);
  if (result instanceof Map) return result;
  throw new Error(blockedText(cell, plan, result, routes));
}

/** All branches, or what was blocked in the last order tried: a net that finds no way is tried again first. */
function routed(cell: Cell, plan: Plan, attempts: number): Map<string, Branch[]> | Blocked {
  let order = [...plan.nets].sort((a, b) => urgency(a, plan, cell) - urgency(b, plan, cell));
  for (let attempt = 1; ; attempt++) {
    const result = routeAll(cell, plan, order);
    if (result instanceof Map || attempt === attempts) return result;
    order = [result.net, ...order.filter((net) => net !== result.net)];
  }
}

function routeAll(cell: Cell, plan: Plan, order: readonly Net[]): Map<string, Branch[]> | Blocked {
  const [columns, rows] = cell.declaration.body;
  const lattice = new Lattice(columns, rows);
  for (const point of coveredPoints(plan)) lattice.block(point.x, point.y);
  for (let x = 0; x <= columns; x++) if (x !== cell.declaration.outputAt) lattice.block(x, -1);
  for (const { shape, x, y } of plan.nodes)
    for (let dx = shape === 'circle' ? 0 : -1; dx <= (shape === 'circle' ? 0 : 1); dx++)
      for (const dy of [-1, 0, 1]) lattice.avoid(x + dx, y + dy);
  // Tracks in front of every port are cheap for the wire that needs them and dear for the rest.
  const taken = new Set<string>();
  const free = (p: Port, arriving: boolean): boolean =>
    !taken.has(`${p.x},${p.y},${arriving ? opposite(p.direction) : p.direction}`);
  const take = (x: number, y: number, side: number): void => {
    taken.add(`${x},${y},${side}`);
  };

  const branchesOf = new Map<string, Branch[]>();
  for (const net of order) {
    const branches: Branch[] = [];
    for (const sink of sinkOrder(net)) {
      const goals = net.sinks[sink].goals.filter((goal) => free(goal, true));
      const starts =
        branches.length === 0 ? net.starts.filter((start) => free(start, false)) : forksOf(lattice, net.id, branches);
      const points = route(lattice, net.id, starts, goals);
      if (!points) return { net, sink: net.sinks[sink], lattice, starts, goals };
      if (branches.length === 0) take(points[0].x, points[0].y, directionOf(points[0], points[1]));
      const [before, last] = points.slice(-2);
      take(last.x, last.y, opposite(directionOf(before, last)));
      lattice.occupy(points, net.id);
      const { steps } = goals.find((goal) => goal.x === last.x && goal.y === last.y) as Goal;
      branches.push({ points, sink, steps });
    }
    branchesOf.set(net.id, branches);
  }
  return branchesOf;
}

/** Belts first, then concatenations and the input, then the nets with the fewest and nearest ends. */
function urgency(net: Net, { nodes, joins }: Plan, cell: Cell): number {
  if (slotOf(net.id).kind === 'previous') return 0;
  const node = nodes.find(({ signal }) => signal.id === net.id);
  if (node && node.shape !== 'layer' && cell.states.some((state) => state.rail === node.y)) return 1;
  if (joins.some((join) => join.id === net.id)) return 2;
  if (net.id === 'x') return 3;
  return 3 + net.sinks.length + span(net.sinks[0], net.starts[0]) / 100;
}

const span = (sink: Sink, from: Port): number =>
  Math.min(...sink.goals.map((goal) => Math.abs(goal.x - from.x) + Math.abs(goal.y - from.y)));

/** The order in which a net reaches its sinks: the nearest first, but a bus its furthest and a belt its way out, so that they run straight. */
function sinkOrder(net: Net): number[] {
  const sign = net.refs.length > 1 ? -1 : 1;
  const straight = ({ target, goals }: Sink): boolean => target.kind === 'next' && goals[0].y === net.starts[0].y;
  const rank = (index: number): number =>
    straight(net.sinks[index]) ? -1000 : sign * span(net.sinks[index], net.starts[0]);
  return net.sinks.map((_, index) => index).sort((a, b) => rank(a) - rank(b));
}
