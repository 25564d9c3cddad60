import type { Zoom } from './lanes.ts';
import { measures, type Pixel } from './measures.ts';
import type { Wire } from './wires.ts';

/** The polyline without the room its arrowhead takes. */
export function withoutArrow(wire: Pick<Wire, 'points' | 'target'>, by: number): Pixel[] {
  const points = [...wire.points];
  if (!wire.target) return points;
  const [a, b] = points.slice(-2);
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  points[points.length - 1] = { x: b.x - ((b.x - a.x) / length) * by, y: b.y - ((b.y - a.y) / length) * by };
  return points;
}

/** The arrowhead at the end of a wire. */
export function arrowPath({ points }: Pick<Wire, 'points'>, zoom: Zoom): string {
  const width = zoom === 'lanes' ? measures.ribbon + 9 : zoom === 'unit' ? 15 : 11;
  const [a, b] = points.slice(-2);
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const [px, py] = [b.x - ux * measures.arrow, b.y - uy * measures.arrow];
  return `M${b.x},${b.y}L${px - (uy * width) / 2},${py + (ux * width) / 2}L${px + (uy * width) / 2},${py - (ux * width) / 2}Z`;
}

/** Arrowheads against a wire are so far apart, and so far from its ends. */
const PITCH = 130;

const MARGIN = 5;

/** The ways that end in an arrowhead against a wire: in the middle of its longest straight piece, or several along it. */
export function headsBack(points: readonly Pixel[]): Pixel[][] {
  const pieces = points
    .slice(1)
    .map((b, k) => ({ a: points[k], b, length: Math.hypot(b.x - points[k].x, b.y - points[k].y) }));
  const { a, b, length } = pieces.reduce((longest, one) => (one.length > longest.length ? one : longest));
  if (length < measures.arrow + 2 * MARGIN) return [];
  const count = Math.max(1, Math.round(length / PITCH));
  const at = (distance: number): Pixel => ({
    x: a.x + ((b.x - a.x) * distance) / length,
    y: a.y + ((b.y - a.y) * distance) / length,
  });
  return Array.from({ length: count }, (_, k) => [b, at(((k + 0.5) * length) / count - measures.arrow / 2)]);
}
