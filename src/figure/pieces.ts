import { measures, type Pixel } from './measures.ts';
import type { Joint, Wire } from './wires.ts';

export type Piece = Pick<Wire, 'refs' | 'points' | 'target' | 'reveals' | 'joints'>;

/** The length by which a wire begins under the round edge of its source, so that its corners meet it. */
const TUCK = 5;

/** Cuts a wire of this width into the pieces to draw: it stops under wires that pass over it, and at the sides of its own net. */
export function piecesOf(
  { refs, points, target, reveals, joints }: Wire,
  passed: readonly Pixel[],
  width: number,
): Piece[] {
  const total = distanceTo(points, points.length - 1);
  const edge = (joint: Joint): number => (joint === 'side' ? width / 2 + 1 : 0);
  const [first, last] = [joints[0] === 'end' ? -TUCK : edge(joints[0]), total - edge(joints[1])];
  const reach = width / 2 + measures.clearance;
  const room = last - (target ? measures.arrow : 0);
  const gaps = passed.flatMap((p) => placeOn(points, p)).sort((a, b) => a - b);
  const starts = [first, ...gaps.map((at) => Math.min(room, at + reach))];
  const ends = [...gaps.map((at) => at - reach), last];
  return starts.flatMap((from, k) => {
    const to = ends[k];
    if (to <= from) return [];
    const at = (share: number, { start, end }: Wire['reveals'][number]): number =>
      start + ((end - start) * share) / total;
    return {
      refs,
      points: sliced(points, from, to),
      target: k === gaps.length ? target : null,
      joints: [k === 0 ? joints[0] : 'end', k === gaps.length ? joints[1] : 'end'],
      reveals: reveals.map((reveal) => ({
        order: reveal.order,
        start: at(Math.max(0, from), reveal),
        end: at(to, reveal),
      })),
    };
  });
}

const between = (a: Pixel, b: Pixel): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** The way along an orthogonal polyline to its point `k`. */
function distanceTo(points: readonly Pixel[], k: number): number {
  return points.slice(1, k + 1).reduce((sum, b, i) => sum + between(points[i], b), 0);
}

/** The way along the polyline to a point on one of its level stretches, or nothing. */
function placeOn(points: readonly Pixel[], p: Pixel): number[] {
  const k = points.findIndex((a, i) => {
    const b = points[i + 1];
    return b && a.y === p.y && b.y === p.y && (a.x - p.x) * (b.x - p.x) < 0;
  });
  return k < 0 ? [] : [distanceTo(points, k) + between(points[k], p)];
}

/** The part of a polyline from one distance along it to another. */
function sliced(points: readonly Pixel[], from: number, to: number): Pixel[] {
  const at = (distance: number): Pixel => {
    const k = points.findIndex((_, i) => i > 0 && distanceTo(points, i) >= distance - 1e-6);
    const [a, b] = k < 0 ? points.slice(-2) : [points[k - 1], points[k]];
    const rest = distance - distanceTo(points, (k < 0 ? points.length - 1 : k) - 1);
    const length = between(a, b) || 1;
    return { x: a.x + ((b.x - a.x) / length) * rest, y: a.y + ((b.y - a.y) / length) * rest };
  };
  const inner = points.filter((_, k) => {
    const distance = distanceTo(points, k);
    return distance > from + 1e-6 && distance < to - 1e-6;
  });
  return [at(from), ...inner, at(to)];
}
