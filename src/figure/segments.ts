import type { Pixel } from './measures.ts';
import type { Bridge } from './scene.ts';
import type { Wire } from './wires.ts';

/** A straight stretch of a wire. */
export interface Segment {
  readonly a: Pixel;
  readonly b: Pixel;
}

/** The straight stretches of a wire, from its start to its end. */
export function segmentsOf({ points }: Pick<Wire, 'points'>): Segment[] {
  return points.slice(1).map((b, k) => ({ a: points[k], b }));
}

/** The crossings of vertical stretches over horizontal ones of other nets. */
export function bridgesOf(wires: readonly Wire[]): Bridge[] {
  const vertical = wires.flatMap((wire) =>
    segmentsOf(wire)
      .filter(({ a, b }) => a.x === b.x)
      .map((s) => ({ wire, ...s })),
  );
  const horizontal = wires.flatMap((wire) =>
    segmentsOf(wire)
      .filter(({ a, b }) => a.y === b.y)
      .map((s) => ({ wire, ...s })),
  );
  const bridges: Bridge[] = [];
  for (const v of vertical)
    for (const h of horizontal) {
      if (v.wire.net === h.wire.net) continue;
      const [top, bottom] = [Math.min(v.a.y, v.b.y), Math.max(v.a.y, v.b.y)];
      const [left, right] = [Math.min(h.a.x, h.b.x), Math.max(h.a.x, h.b.x)];
      if (v.a.x > left && v.a.x < right && h.a.y > top && h.a.y < bottom)
        bridges.push({ x: v.a.x, y: h.a.y, over: v.wire, under: h.wire });
    }
  return bridges;
}
