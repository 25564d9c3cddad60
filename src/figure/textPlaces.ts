import type { Ref } from '../cell/slot.ts';
import type { Layout } from './layout.ts';
import { type Box, measures, overlaps, type Pixel } from './measures.ts';
import type { Scene, SceneLabel, SceneNode } from './scene.ts';
import { type Segment, segmentsOf } from './segments.ts';

/** Room that a symbol needs. */
const LABEL: Box = { x: -16, y: -14, width: 42, height: 28 };

const COMPACT_LABEL: Box = { x: -15, y: -16, width: 36, height: 34 };

const NUMBER: Box = { x: -20, y: -8, width: 40, height: 16 };

const movedBy = (box: Box, { x, y }: Pixel): Box => ({ ...box, x: box.x + x, y: box.y + y });

/** Everything that text must keep clear of; labels add themselves. */
export function obstaclesOf(scene: Omit<Scene, 'labels' | 'rails'>): Box[] {
  const half = measures.ribbon / 2 + 2;
  return [
    ...scene.nodes.map((node) => node.box),
    ...scene.joins.map((join) => join.box),
    ...scene.wires.flatMap(segmentsOf).map(({ a, b }) => ({
      x: Math.min(a.x, b.x) - half,
      y: Math.min(a.y, b.y) - half,
      width: Math.abs(a.x - b.x) + 2 * half,
      height: Math.abs(a.y - b.y) + 2 * half,
    })),
    ...(scene.compact ? scene.bridges.map(({ x, y }) => ({ x: x - 22, y: y - 20, width: 44, height: 40 })) : []),
  ];
}

/** The first free place around a node for the number of its unit. */
export function asideOf({ centre, box }: SceneNode, obstacles: Box[]): Pixel {
  const [dx, dy] = [box.width / 2 + 8, box.height / 2 + 9];
  const spots = [0, 12].flatMap((more) =>
    [1, -1].flatMap((v) => [1, -1].map((h) => ({ x: centre.x + h * (dx + more), y: centre.y - v * (dy + more / 2) }))),
  );
  const free = spots.find((spot) => !obstacles.some((o) => overlaps(o, movedBy(NUMBER, spot)))) ?? spots[0];
  obstacles.push(movedBy(NUMBER, free));
  return free;
}

/** A place beside the first free stretch of each named signal's wires. */
export function labelsOf(scene: Omit<Scene, 'labels' | 'rails'>, { plan }: Layout, obstacles: Box[]): SceneLabel[] {
  const labels: SceneLabel[] = [];
  const room = scene.compact ? COMPACT_LABEL : LABEL;
  const { body } = scene;
  for (const { signal } of plan.nodes) {
    if (!signal.info.symbol) continue;
    const ref: Ref = { kind: 'signal', id: signal.id };
    const besideWires = scene.wires
      .filter((wire) => wire.net === signal.id)
      .reverse()
      .flatMap((wire) => segmentsOf(wire).flatMap((segment) => besides(segment, scene.compact)));
    // where its wires leave no room, beside its node
    const { box, centre } = scene.nodes.find((node) => node.signal.id === signal.id) as SceneNode;
    const spots = [
      ...besideWires,
      { x: box.x + box.width + 18, y: centre.y },
      { x: box.x - 28, y: centre.y },
      { x: box.x + box.width + 18, y: box.y - 2 },
      { x: box.x - 28, y: box.y - 2 },
    ];
    const free = spots.find((spot) => {
      const box = movedBy(room, spot);
      const inside = !scene.compact || (box.y > body.y && box.y + box.height < body.y + body.height);
      return inside && !obstacles.some((o) => overlaps(o, box)) && spot.x > 12 && spot.x < body.width - 12;
    });
    if (!free) continue;
    labels.push({ ref, ...free });
    obstacles.push(movedBy(room, free));
  }
  return labels;
}

function besides({ a, b }: Segment, compact: boolean): Pixel[] {
  const away = measures.ribbon / 2 + (compact ? 17.5 : 19);
  // to the left the subscript is between the letter and the wire
  const before = compact ? away + 6 : away;
  return [0.35, 0.5, 0.65, 0.2, 0.8, ...(compact ? [0.1, 0.9] : [])].flatMap((part) => {
    const [x, y] = [a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part];
    return a.x === b.x
      ? [
          { x: x + away, y },
          { x: x - before, y },
        ]
      : [
          { x, y: y - away - (compact ? 3 : 1) },
          { x, y: y + away + (compact ? 1 : -2) },
        ];
  });
}
