import type { Cell } from '../cell/cell.ts';
import type { Ref } from '../cell/slot.ts';
import { type Chain, type Extent, extentOf } from './extent.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Delay, loopsOf } from './loop.ts';
import { type Box, measures, overlaps, type Pixel } from './measures.ts';
import type { Join, PlacedNode } from './nets.ts';
import { type Peephole, peepholesOf } from './peephole.ts';
import { railsOf } from './rails.ts';
import { evenSpacing, pixelAt, type Spacing } from './spacing.ts';
import { type Wire, wiresOf } from './wires.ts';

export interface SceneNode extends PlacedNode {
  /** Centre and extent. */
  readonly centre: Pixel;
  readonly box: Box;
  /** Room beside it for a number. */
  readonly aside: Pixel;
}

export interface SceneJoin extends Join {
  readonly box: Box;
}

/** A place where one wire passes over another. */
export interface Bridge extends Pixel {
  /** The wire on top, which runs vertically. */
  readonly over: Wire;
  readonly under: Wire;
}

export interface SceneLabel extends Pixel {
  readonly ref: Ref;
}

/** What comes in on the left of the body and goes out on its right. */
export interface SceneRail {
  readonly states: readonly string[];
  readonly y: number;
}

/** Everything the picture of a cell consists of, in numbers only. */
export interface Scene extends Extent {
  readonly cell: Cell;
  readonly nodes: readonly SceneNode[];
  readonly joins: readonly SceneJoin[];
  readonly wires: readonly Wire[];
  readonly forks: readonly (Pixel & { readonly ref: Ref })[];
  readonly bridges: readonly Bridge[];
  readonly labels: readonly SceneLabel[];
  readonly peepholes: readonly Peephole[];
  readonly rails: readonly SceneRail[];
  /** Whether it was spaced for a narrow screen. */
  readonly compact: boolean;
  /** Where the loops of the folded chain wait for a timestep; none in the unfolded chain. */
  readonly delays: readonly Delay[];
}

/** The scene of a cell, computed from its declaration, on an even lattice or one spaced otherwise. */
export function sceneOf(cell: Cell, chain: Chain = 'unfolded'): Scene {
  return placed(layoutOf(cell), cell, chain, evenSpacing(cell.declaration));
}

/** A routed cell on the plane. */
export function placed(layout: Layout, cell: Cell, chain: Chain, spacing: Spacing): Scene {
  const extent = extentOf(cell, chain, spacing);
  const { body, input, output } = extent;
  const nodes = layout.plan.nodes.map((node): SceneNode => {
    const centre = pixelAt(node, spacing);
    return { ...node, centre, box: boxOf(node.shape, centre), aside: centre };
  });
  const joins = layout.plan.joins.map((join): SceneJoin => {
    const { x, y } = pixelAt(join, spacing);
    const { width, height } = measures.join;
    const bottom = pixelAt({ x: join.x, y: join.y + join.rows - 1 }, spacing).y;
    const box = { x: x - width / 2, y: y - height / 2, width, height: height + bottom - y };
    return { ...join, box };
  });
  const routed = layout.plan.nets.map((net) => ({ net, ...wiresOf(net, layout, spacing) }));
  const folded = chain === 'folded';
  const loops = folded ? loopsOf(cell, body, spacing) : { wires: [], delays: [] };
  const inner = routed.flatMap((r) => r.wires).map((wire) => reaching(wire, input, output));
  const wires = [...loops.wires, ...inner.map((wire) => (folded ? endingAtBody(wire, body) : wire))];
  const forks = routed.flatMap(({ net, forks: places }) => places.map((p) => ({ ...p, ref: net.refs[0] })));
  const bridges = bridgesOf(wires);
  const scene = {
    ...extent,
    compact: spacing.compact,
    cell,
    nodes,
    joins,
    wires,
    forks,
    bridges,
    peepholes: peepholesOf(cell, wires, bridges),
    delays: loops.delays,
  };
  const obstacles = obstaclesOf(scene);
  const labels = labelsOf(scene, layout, obstacles);
  const aside = nodes.map((node) => ({ ...node, aside: asideOf(node, obstacles) }));
  return {
    ...scene,
    nodes: aside,
    labels,
    rails: railsOf(cell).map(({ row, states }) => ({ states, y: spacing.rows[row] })),
  };
}

function boxOf(shape: SceneNode['shape'], { x, y }: Pixel): Box {
  const { layer, circle, ellipse } = measures;
  const [w, h] =
    shape === 'layer'
      ? [layer.width, layer.height]
      : shape === 'circle'
        ? [2 * circle, 2 * circle]
        : [2 * ellipse.rx, 2 * ellipse.ry];
  return { x: x - w / 2, y: y - h / 2, width: w, height: h };
}

/** The wire from x and the wire to the output bubble, drawn up to their bubbles. */
function reaching(wire: Wire, input: Pixel, output: Pixel): Wire {
  const points = [...wire.points];
  if (wire.net === 'x' && wire.id === 'x#0') points[0] = { x: points[0].x, y: input.y - measures.bubble };
  if (wire.target?.kind === 'output') points[points.length - 1] = { x: output.x, y: output.y + measures.bubble };
  return { ...wire, points };
}

/** In the folded chain the way on to the next timestep continues as a loop. */
function endingAtBody(wire: Wire, body: Box): Wire {
  if (wire.target?.kind !== 'next') return wire;
  const points = [...wire.points];
  points[points.length - 1] = { x: body.width, y: points[points.length - 1].y };
  return { ...wire, target: null, joints: [wire.joints[0], 'on'], points };
}

export interface Segment {
  readonly a: Pixel;
  readonly b: Pixel;
}

export function segmentsOf({ points }: Pick<Wire, 'points'>): Segment[] {
  return points.slice(1).map((b, k) => ({ a: points[k], b }));
}

function bridgesOf(wires: readonly Wire[]): Bridge[] {
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

/** Room that a symbol needs. */
const LABEL: Box = { x: -16, y: -14, width: 42, height: 28 };
const COMPACT_LABEL: Box = { x: -15, y: -16, width: 36, height: 34 };
const NUMBER: Box = { x: -20, y: -8, width: 40, height: 16 };

const movedBy = (box: Box, { x, y }: Pixel): Box => ({ ...box, x: box.x + x, y: box.y + y });

/** Everything that text must keep clear of; labels add themselves. */
function obstaclesOf(scene: Omit<Scene, 'labels' | 'rails'>): Box[] {
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
function asideOf({ centre, box }: SceneNode, obstacles: Box[]): Pixel {
  const [dx, dy] = [box.width / 2 + 8, box.height / 2 + 9];
  const spots = [0, 12].flatMap((more) =>
    [1, -1].flatMap((v) => [1, -1].map((h) => ({ x: centre.x + h * (dx + more), y: centre.y - v * (dy + more / 2) }))),
  );
  const free = spots.find((spot) => !obstacles.some((o) => overlaps(o, movedBy(NUMBER, spot)))) ?? spots[0];
  obstacles.push(movedBy(NUMBER, free));
  return free;
}

/** A place beside the first free stretch of each named signal's wires. */
function labelsOf(scene: Omit<Scene, 'labels' | 'rails'>, { plan }: Layout, obstacles: Box[]): SceneLabel[] {
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
