import type { Cell } from '../cell/cell.ts';
import { coveredPoints, type Net, type Plan, planOf, type Sink } from './nets.ts';
import { type Branch, directionOf, forksOf, Lattice, opposite, type Port, route } from './router.ts';

/** A plan with every net routed: branch k of a net leads to its sink k. */
export interface Layout {
  readonly plan: Plan;
  readonly branches: ReadonlyMap<string, readonly Branch[]>;
}

/** Routes a cell. Nets that find no way are tried again first; throws when there is no way at all. */
export function layoutOf(cell: Cell): Layout {
  const plan = planOf(cell);
  let order = [...plan.nets];
  let failed = '';
  for (let attempt = 0; attempt < 24; attempt++) {
    const result = routeAll(cell, plan, order);
    if (typeof result !== 'string') return { plan, branches: result };
    failed = result;
    order = [...order.filter((net) => net.id === failed), ...order.filter((net) => net.id !== failed)];
  }
  throw new Error(`${cell.name}: no way for the wire of ${failed}`);
}

function routeAll(cell: Cell, plan: Plan, order: readonly Net[]): Map<string, Branch[]> | string {
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

  const routed = new Map<string, Branch[]>();
  for (const net of order) {
    const branches: Branch[] = [];
    for (const sink of nearestFirst(net)) {
      const goals = net.sinks[sink].goals.filter((goal) => free(goal, true));
      const starts =
        branches.length === 0 ? net.starts.filter((start) => free(start, false)) : forksOf(lattice, net.id, branches);
      const points = route(lattice, net.id, starts, goals);
      if (!points) return net.id;
      if (branches.length === 0) take(points[0].x, points[0].y, directionOf(points[0], points[1]));
      const [before, last] = points.slice(-2);
      take(last.x, last.y, opposite(directionOf(before, last)));
      lattice.occupy(points, net.id);
      branches.push({ points, sink });
    }
    routed.set(net.id, branches);
  }
  return routed;
}

const span = (sink: Sink, from: Port): number =>
  Math.min(...sink.goals.map((goal) => Math.abs(goal.x - from.x) + Math.abs(goal.y - from.y)));

/** The sinks of a net by distance; the way on to the next timestep first, since it is the trunk of a belt. */
function nearestFirst(net: Net): number[] {
  const rank = (index: number): number => span(net.sinks[index], net.starts[0]);
  return net.sinks.map((_, index) => index).sort((a, b) => rank(a) - rank(b));
}
