/** An orthogonal router on an integer lattice: shortest paths with few bends, no shared tracks, straight crossings only. */

import { type Direction, directionOf, type LatticePoint, STEP } from './lattice.ts';

export const opposite = (d: Direction): Direction => ((d + 2) % 4) as Direction;

/** A place where a wire may leave or arrive: the free lattice point beside a node and the direction of travel there. */
export interface Port extends LatticePoint {
  readonly direction: Direction;
}

/** A place where a wire arrives, after so many straight steps that its arrowhead has room. */
export interface Goal extends Port {
  readonly steps: 1 | 2;
}

/** One branch of a routed net: lattice points from its start (a port or a fork) to its end. */
export interface Branch {
  readonly points: readonly LatticePoint[];
  readonly sink: number;
  /** The straight steps before its end, off which nothing forks. */
  readonly steps: 1 | 2;
}

const COST = { step: 1, bend: 2.2, crossing: 5, beside: 1.2, fork: 0.6, fromAbove: 0.4 };
const key = (x: number, y: number): number => (x + 8) * 128 + (y + 8);

/** The occupancy of the lattice: blocked points, points that cost extra, and the tracks that nets already use. */
export class Lattice {
  readonly #blocked = new Set<number>();
  readonly #beside = new Set<number>();
  /** By point: net → bit mask of the directions in which the net leaves the point. */
  readonly #used = new Map<number, Map<string, number>>();

  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  block(x: number, y: number): void {
    this.#blocked.add(key(x, y));
  }

  avoid(x: number, y: number): void {
    this.#beside.add(key(x, y));
  }

  mask(x: number, y: number, net: string): number {
    return this.#used.get(key(x, y))?.get(net) ?? 0;
  }

  /** True if a different net uses the point. */
  usedByOther(x: number, y: number, net: string): boolean {
    const nets = this.#used.get(key(x, y));
    return nets !== undefined && [...nets.keys()].some((other) => other !== net);
  }

  occupy(points: readonly LatticePoint[], net: string): void {
    for (let k = 0; k + 1 < points.length; k++) {
      const [a, b] = [points[k], points[k + 1]];
      const d = directionOf(a, b);
      this.#mark(a, net, 1 << d);
      this.#mark(b, net, 1 << opposite(d));
    }
  }

  #mark({ x, y }: LatticePoint, net: string, bits: number): void {
    const nets = this.#used.get(key(x, y)) ?? new Map<string, number>();
    nets.set(net, (nets.get(net) ?? 0) | bits);
    this.#used.set(key(x, y), nets);
  }

  /** The extra cost of passing a point straight on (in = out) or with a bend; Infinity where it is not possible. */
  passing(x: number, y: number, net: string, into: Direction, out: Direction): number {
    const at = key(x, y);
    if (this.#blocked.has(at) || y < -1 || y >= this.height || x < 1 || x >= this.width)
      return Number.POSITIVE_INFINITY;
    let cost = this.#beside.has(at) ? COST.beside : 0;
    for (const [other, bits] of this.#used.get(at) ?? []) {
      if (other === net) return Number.POSITIVE_INFINITY;
      const across = into % 2 === 0 ? 0b1010 : 0b0101;
      if (into !== out || bits !== across) return Number.POSITIVE_INFINITY;
      cost += COST.crossing;
    }
    return cost;
  }
}

interface Visit {
  readonly x: number;
  readonly y: number;
  readonly d: Direction;
  readonly cost: number;
  readonly from: Visit | null;
}

/**
 * The cheapest path from any start (a port, or a fork off the net's own points) to any goal port, or null.
 * A goal's direction is the direction of travel on arrival.
 */
export function route(
  lattice: Lattice,
  net: string,
  starts: readonly Port[],
  goals: readonly Goal[],
): LatticePoint[] | null {
  const open: Visit[] = [];
  const best = new Map<number, number>();
  const push = (visit: Visit): void => {
    const at = key(visit.x, visit.y) * 4 + visit.d;
    if ((best.get(at) ?? Number.POSITIVE_INFINITY) <= visit.cost) return;
    best.set(at, visit.cost);
    open.push(visit);
  };
  for (const { x, y, direction } of starts) push({ x, y, d: direction, cost: 0, from: null });
  while (open.length > 0) {
    let lowest = 0;
    for (let k = 1; k < open.length; k++) if (open[k].cost < open[lowest].cost) lowest = k;
    const [visit] = open.splice(lowest, 1);
    if (goals.some((g) => g.x === visit.x && g.y === visit.y && g.direction === visit.d)) return pathTo(visit);
    for (const out of [0, 1, 2, 3] as const) {
      if (out === opposite(visit.d)) continue;
      if (visit.from === null && out !== visit.d) continue;
      const passing = visit.from === null ? 0 : lattice.passing(visit.x, visit.y, net, visit.d, out);
      if (!Number.isFinite(passing)) continue;
      const [dx, dy] = STEP[out];
      const [x, y] = [visit.x + dx, visit.y + dy];
      const goal = goals.find((g) => g.x === x && g.y === y && g.direction === out);
      if (goal?.steps === 2 && (visit.from === null || visit.d !== out)) continue;
      const fromAbove = out === 1 && goal;
      const cost =
        visit.cost + COST.step + passing + (out === visit.d ? 0 : COST.bend) + (fromAbove ? COST.fromAbove : 0);
      push({ x, y, d: out, cost, from: visit });
    }
  }
  return null;
}

function pathTo(end: Visit): LatticePoint[] {
  const points: LatticePoint[] = [];
  for (let v: Visit | null = end; v; v = v.from) points.unshift({ x: v.x, y: v.y });
  return points;
}

/** The ports at which a net's own track can fork: where no other net passes and no arrowhead is, sideways off the track. */
export function forksOf(lattice: Lattice, net: string, branches: readonly Branch[]): Port[] {
  const ports: Port[] = [];
  for (const { points, steps } of branches)
    points.slice(1, -steps).forEach(({ x, y }) => {
      if (lattice.usedByOther(x, y, net)) return;
      const mask = lattice.mask(x, y, net);
      for (const direction of [0, 1, 2, 3] as const) if (!(mask & (1 << direction))) ports.push({ x, y, direction });
    });
  return ports;
}
