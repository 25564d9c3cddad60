import type { Cell } from '../cell/cell.ts';
import type { Ref } from '../cell/slot.ts';
import { type Chain, type Extent, extentOf } from './extent.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Delay, loopsOf } from './loop.ts';
import { type Box, measures, type Pixel } from './measures.ts';
import type { Join, PlacedNode } from './nets.ts';
import { type Peephole, peepholesOf } from './peephole.ts';
import { railsOf } from './rails.ts';
import { bridgesOf } from './segments.ts';
import { evenSpacing, pixelAt, type Spacing } from './spacing.ts';
import { asideOf, labelsOf, obstaclesOf } from './textPlaces.ts';
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

/** A rail: the states that enter on the left of the body and leave on its right. */
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
  /** True if the scene is spaced for a narrow screen. */
  readonly compact: boolean;
  /** The delays of one timestep on the loops of the folded chain; none in the unfolded chain. */
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
