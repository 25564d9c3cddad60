import { type Ref, refKey } from '../cell/slot.ts';
import { arrowPath, headsBack, withoutArrow } from './arrows.ts';
import { lanesOf, widthOf, type Zoom } from './lanes.ts';
import { measures, type Pixel } from './measures.ts';
import { offsetPath } from './offsetPath.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type Bind, type Palette, type Shape, shape } from './shape.ts';
import { trimmed, type Wire } from './wires.ts';

export interface RibbonStyle {
  readonly zoom: Zoom;
  readonly palette: Palette;
  readonly sizeOf: (ref: Ref) => number;
  /** Timesteps away from the one shown. */
  readonly shift?: number;
  /** True if the wire is new against the cell shown before. */
  readonly added?: boolean;
  /** True if arrows run against the wires, as gradients do. */
  readonly backwards?: boolean;
  /** No text is smaller than this, in units of the plane. */
  readonly least?: number;
  /** The stages in which the wire matters; all where there are none. */
  readonly stages?: readonly string[];
}

/** The overlap of the values of stretches that continue each other, so that no seam shows. */
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
            const bind: Bind = { kind: 'lane', ref, shift, cover: wire.reveals, lane: -1, lanes: 0 };
            const d = offsetPath(values, -width / 2 + (part + 0.5) * share);
            return shape('path', { d, fill: 'none', 'stroke-width': share + 0.3 }, [], [bind]);
          })
        : laneShapes(wire, values, style);
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
function laneShapes({ refs, reveals: cover }: Piece, points: readonly Pixel[], style: RibbonStyle): Shape[] {
  const { zoom, sizeOf, shift = 0 } = style;
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
      [{ kind: 'lane', ref, shift, cover, lane, lanes: count }],
    ),
  );
  const chosen = refs.flatMap((ref) => {
    const own = all.filter((lane) => lane.ref === ref);
    if (ref.kind === 'input' || own.length < 2) return [];
    const wide = Math.min(own[0].width * 1.75, own[0].width + 3);
    const edge = (width - wide) / 2;
    const paths = own.map(({ offset }) => offsetPath(points, Math.max(-edge, Math.min(edge, offset))));
    const attributes = { fill: 'none', 'stroke-width': wide, 'pointer-events': 'none', class: 'chosen' };
    return [shape('path', attributes, [], [{ kind: 'chosen', ref, shift, cover, paths }])];
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
