import { path } from 'd3-path';
import { type Ref, refKey } from '../cell/slot.ts';
import { measures, type Pixel } from './measures.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type Bind, type Palette, type Shape, shape } from './shape.ts';
import { trimmed, type Wire } from './wires.ts';

export type Zoom = 'vector' | 'lanes' | 'unit';

/** One lane of a ribbon: which part of which vector, and how far from the centre line. */
export interface Lane {
  readonly ref: Ref;
  readonly lane: number;
  readonly lanes: number;
  readonly offset: number;
  readonly width: number;
}

/** How many lanes show a vector in this width: one a unit where they are wide enough, else fewer that pool units. */
export function laneCount(size: number, width: number = measures.ribbon): number {
  return size * measures.lane <= width ? size : Math.max(1, Math.floor(width / measures.pool));
}

/** The lanes of a wire, unit 1 to the left of its direction; the parts of a concatenation share its width. */
export function lanesOf(refs: readonly Ref[], sizeOf: (ref: Ref) => number, width: number): Lane[] {
  const share = width / refs.length;
  return refs.flatMap((ref, part) => {
    const count = laneCount(sizeOf(ref), share);
    return Array.from({ length: count }, (_, lane) => ({
      ref,
      lane,
      lanes: count,
      offset: -width / 2 + part * share + ((lane + 0.5) * share) / count,
      width: share / count,
    }));
  });
}

/** The path beside a polyline at a distance to its right, with round corners. */
export function offsetPath(points: readonly Pixel[], offset: number): string {
  const directions = points.slice(1).map((b, k) => {
    const a = points[k];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return { x: (b.x - a.x) / length, y: (b.y - a.y) / length, length };
  });
  const at = (k: number): Pixel => {
    const before = directions[Math.max(0, k - 1)];
    const after = directions[Math.min(directions.length - 1, k)];
    const turned = before === after || (before.x === after.x && before.y === after.y);
    return {
      x: points[k].x - before.y * offset - (turned ? 0 : after.y * offset),
      y: points[k].y + before.x * offset + (turned ? 0 : after.x * offset),
    };
  };
  const d = path();
  const start = at(0);
  d.moveTo(start.x, start.y);
  for (let k = 1; k < points.length - 1; k++) {
    const [before, after] = [directions[k - 1], directions[k]];
    const turn = Math.sign(before.x * after.y - before.y * after.x);
    const room = Math.min(before.length / (k === 1 ? 1 : 2), after.length / (k === points.length - 2 ? 1 : 2));
    const radius = Math.max(0.1, Math.min(measures.corner, room) - turn * offset);
    const [corner, next] = [at(k), at(k + 1)];
    d.arcTo(corner.x, corner.y, next.x, next.y, radius);
  }
  const end = at(points.length - 1);
  d.lineTo(end.x, end.y);
  return d.toString();
}

/** The polyline without the room its arrowhead takes. */
function withoutArrow(wire: Pick<Wire, 'points' | 'target'>, by: number): Pixel[] {
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
function headsBack(points: readonly Pixel[]): Pixel[][] {
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

export interface RibbonStyle {
  readonly zoom: Zoom;
  readonly palette: Palette;
  readonly sizeOf: (ref: Ref) => number;
  /** Timesteps away from the one shown. */
  readonly shift?: number;
  /** Whether the wire is new against the cell shown before. */
  readonly added?: boolean;
  /** Whether arrows run against the wires, as gradients do. */
  readonly backwards?: boolean;
  /** No text is smaller than this, in units of the plane. */
  readonly least?: number;
  /** The stages in which the wire matters; all where there are none. */
  readonly stages?: readonly string[];
}

/** How wide a wire is drawn. */
export const widthOf = (zoom: Zoom): number => (zoom === 'lanes' ? measures.ribbon : zoom === 'unit' ? 7 : 2.5);

/** How far the values of stretches that run on into each other overlap, so that no seam shows. */
const OVERLAP = 0.7;

/** The body of a ribbon along its points: outline, lanes (or one line), and the cover that hides what has not arrived. */
export function ribbonShapes(wire: Piece, style: RibbonStyle): Shape[] {
  const { zoom, palette, shift = 0, added = false, stages, backwards = false } = style;
  const fading: Bind[] = stages ? [{ kind: 'stage', stages }] : [];
  const width = widthOf(zoom);
  const points = backwards ? [...wire.points] : withoutArrow(wire, measures.arrow - 1);
  const [before, after] = wire.joints.map((joint) => (joint === 'on' ? -OVERLAP : 0));
  const values = trimmed(points, before, after);
  const centre = offsetPath(points, 0);
  const stroke = (w: number, colour: string): Record<string, string | number> => ({
    d: centre,
    fill: 'none',
    stroke: colour,
    'stroke-width': w,
  });
  const mark = added
    ? [shape('path', { ...stroke(width + 9, palette.added), 'stroke-dasharray': '7 5', class: 'added' })]
    : [];
  // values do not show through an outline that fades
  const outline = [
    ...(stages ? [shape('path', { ...stroke(width + 2.6, palette.cell), class: 'ground' })] : []),
    shape('path', { ...stroke(width + 2.6, palette['ribbon-line']), class: 'outline' }, [], fading),
  ];
  const lanes =
    zoom === 'vector'
      ? []
      : zoom === 'unit'
        ? wire.refs.map((ref, part) => {
            const share = width / wire.refs.length;
            const bind: Bind = { kind: 'lane', ref, shift, lane: -1, lanes: 0 };
            const d = offsetPath(values, -width / 2 + (part + 0.5) * share);
            return shape('path', { d, fill: 'none', 'stroke-width': share + 0.3 }, [], [bind]);
          })
        : laneShapes(wire.refs, values, style);
  // where another timestep has no values the wire is seen empty
  const empty = shift > 0 ? [shape('path', { ...stroke(width, palette.track), class: 'empty' })] : [];
  const dividers =
    zoom === 'lanes' && wire.refs.length > 1
      ? wire.refs.slice(1).map((_, part) =>
          shape(
            'path',
            {
              d: offsetPath(values, -width / 2 + ((part + 1) * width) / wire.refs.length),
              fill: 'none',
              stroke: palette['ribbon-line'],
              'stroke-width': 1,
            },
            [],
            fading,
          ),
        )
      : [];
  const cover = shape(
    'path',
    {
      ...stroke(width + 0.2, palette.track),
      d: offsetPath(values, 0),
      pathLength: 1,
      class: 'cover',
      'pointer-events': 'none',
    },
    [],
    [{ kind: 'cover', reveals: wire.reveals }],
  );
  const heads = backwards ? headsBack(wire.points) : wire.target ? [wire.points] : [];
  const arrow = heads.map((way) =>
    shape(
      'path',
      {
        d: arrowPath({ points: way }, zoom),
        fill: palette['ribbon-line'],
        // in the middle of a wire it lies on values
        ...(backwards && { stroke: palette.cell, 'stroke-width': 1.4 }),
      },
      [],
      fading,
    ),
  );
  return [...mark, ...outline, ...empty, ...lanes, ...dividers, ...(wire.reveals.length > 0 ? [cover] : []), ...arrow];
}

/** The lanes of a ribbon, each of which can be pointed at, and over them that of the selected unit, wider. */
function laneShapes(refs: readonly Ref[], points: readonly Pixel[], { zoom, sizeOf, shift = 0 }: RibbonStyle): Shape[] {
  const width = widthOf(zoom);
  const all = lanesOf(refs, sizeOf, width);
  const lanes = all.map(({ ref, lane, lanes: count, offset, width: w }) =>
    shape(
      'path',
      {
        d: offsetPath(points, offset),
        fill: 'none',
        'stroke-width': w + 0.25,
        ...(refs.length > 1 && { 'data-signal': refKey(ref) }),
      },
      [],
      [{ kind: 'lane', ref, shift, lane, lanes: count }],
    ),
  );
  const chosen = refs.flatMap((ref) => {
    const own = all.filter((lane) => lane.ref === ref);
    if (ref.kind === 'input' || own.length < 2) return [];
    const wide = Math.min(own[0].width * 1.75, own[0].width + 3);
    const edge = (width - wide) / 2;
    const paths = own.map(({ offset }) => offsetPath(points, Math.max(-edge, Math.min(edge, offset))));
    const attributes = { fill: 'none', 'stroke-width': wide, 'pointer-events': 'none', class: 'chosen' };
    return [shape('path', attributes, [], [{ kind: 'chosen', ref, shift, paths }])];
  });
  return [...lanes, ...chosen];
}

/** A wire as one group: a wide invisible path to point at, and over it its ribbon, open where others pass over it. */
export function wireShape(wire: Wire, passed: readonly Pixel[], style: RibbonStyle): Shape {
  const pieces = piecesOf(wire, passed, widthOf(style.zoom));
  const keys = wire.refs.map(refKey);
  const hit = shape('path', {
    d: offsetPath(wire.points, 0),
    fill: 'none',
    stroke: 'transparent',
    'stroke-width': measures.ribbon + 10,
    class: 'hit',
  });
  return shape(
    'g',
    { class: 'wire', 'data-signal': keys.join(' '), 'data-wire': wire.id },
    [hit, ...pieces.flatMap((piece) => ribbonShapes(piece, style))],
    [{ kind: 'lit', refs: keys }],
  );
}
