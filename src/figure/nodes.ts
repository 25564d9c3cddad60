import type { Signal } from '../cell/cell.ts';
import { colourScaleOf } from '../cell/colourScale.ts';
import { type Ref, refKey } from '../cell/slot.ts';
import { SANS } from './labels.ts';
import { laneCount } from './lanes.ts';
import { type Box, measures, type Pixel } from './measures.ts';
import type { RibbonStyle } from './ribbon.ts';
import type { SceneJoin, SceneNode } from './scene.ts';
import { type Bind, type Palette, type Shape, shape } from './shape.ts';
import { INPUTS_IN, type Reveal } from './wires.ts';

/** A small bar chart of a vector, hidden until the cover is taken off. */
export function barShapes(ref: Ref, box: Box, lanes: number, gate: boolean, cover: readonly Reveal[]): Shape[] {
  const width = box.width / lanes;
  const gap = Math.min(1.5, width * 0.15);
  return Array.from({ length: lanes }, (_, lane) => {
    const bind: Bind = { kind: 'bar', ref, shift: 0, cover, lane, lanes, top: box.y, height: box.height, gate };
    return shape('rect', { x: box.x + lane * width + gap / 2, width: width - gap, y: box.y, height: 0 }, [], [bind]);
  });
}

/** The box of the chart of a layer's values. */
export const chartOf = ({ x, y, width }: Box): Box => ({ x: x + 9, y: y + 27, width: width - 18, height: 22 });

export const isGate = (signal: Signal): boolean => colourScaleOf(signal) === 'gate';

function paintOf(node: SceneNode, palette: Palette): Shape['attributes'] {
  const [fill, stroke] = node.shape === 'layer' ? (['layer', 'layer-line'] as const) : (['op', 'op-line'] as const);
  return { fill: palette[fill], stroke: palette[stroke], 'stroke-width': 2.2, class: 'body' };
}

function outlineOf(
  { box, centre, shape: form }: SceneNode,
  paint: Shape['attributes'],
  binds: readonly Bind[] = [],
): Shape {
  const { x: cx, y: cy } = centre;
  if (form === 'layer') return shape('rect', { ...paint, ...box, rx: 9 }, [], binds);
  if (form === 'circle') return shape('circle', { ...paint, cx, cy, r: measures.circle }, [], binds);
  return shape('ellipse', { ...paint, cx, cy, ...measures.ellipse }, [], binds);
}

/** A node: outline, glyph, the bars of its values, and in one-unit zoom its number; with a larger place for a finger. */
export function nodeShape(node: SceneNode, style: RibbonStyle, added: boolean, target?: Box): Shape {
  const { signal, box, centre, glyph, order } = node;
  const { palette, zoom, sizeOf, least = 0 } = style;
  const ref: Ref = { kind: 'signal', id: signal.id };
  const layer = node.shape === 'layer';
  const done = [{ order, start: 0, end: INPUTS_IN }];
  const size = Math.max(least, layer ? 19 : glyph.length > 3 ? 15 : glyph.length > 1 ? 18 : 25);
  const number = zoom === 'unit';
  // visible text is part of the name, so that voice control finds it
  const name = number || glyph.length > 1 || /\d/.test(glyph) ? `${signal.info.label}, ${glyph}` : signal.info.label;
  const glyphShape = shape(
    'text',
    {
      x: centre.x,
      y: layer ? box.y + 20 : centre.y + size * 0.35,
      'text-anchor': 'middle',
      'font-family': SANS,
      'font-size': size,
      'font-weight': 600,
      fill: palette[layer ? 'ink' : 'op-ink'],
      // A node not yet computed is pale; its text stays readable.
      'fill-opacity': 1,
      class: 'glyph',
    },
    [glyph],
  );
  const chart = chartOf(box);
  const lanes = laneCount(sizeOf(ref));
  const inside =
    layer && !number
      ? [
          shape('g', { class: 'bars' }, barShapes(ref, chart, lanes, isGate(signal), done), [
            { kind: 'visible', reveals: done },
          ]),
        ]
      : [];
  const value = number
    ? [
        shape(
          'text',
          {
            x: layer ? centre.x : node.aside.x,
            y: layer ? box.y + 45 : node.aside.y + 5,
            'text-anchor': 'middle',
            'font-family': SANS,
            'font-size': Math.max(least, layer ? 16 : 14),
            'font-weight': 600,
            fill: palette.ink,
            'fill-opacity': 1,
            class: 'number',
          },
          [],
          [{ kind: 'number', ref, reveals: done }],
        ),
      ]
    : [];
  const ring = { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12, rx: layer ? 13 : 26 };
  const mark = added
    ? [
        shape('rect', {
          ...ring,
          fill: 'none',
          stroke: palette.added,
          'stroke-width': 2.5,
          'stroke-dasharray': '6 4',
          class: 'added',
        }),
      ]
    : [];
  return shape(
    'g',
    {
      class: `node ${node.shape}`,
      'data-signal': signal.id,
      role: 'button',
      'aria-label': name,
    },
    [
      ...(target ? [shape('rect', { ...target, fill: 'transparent', class: 'hit' })] : []),
      ...mark,
      // Wires do not show through a node that fades.
      outlineOf(node, { fill: palette.cell, class: 'ground' }),
      outlineOf(node, paintOf(node, palette), [{ kind: 'stage', stages: [signal.info.stage] }]),
      ...inside,
      glyphShape,
      // separates the two texts into words
      ...(number ? [' ', ...value] : []),
    ],
    [
      { kind: 'phase', order },
      { kind: 'lit', refs: [signal.id] },
      ...(number ? [{ kind: 'name', name, ref, reveals: done } as const] : []),
    ],
  );
}

/** A concatenation: a solid collar at which the ribbons of its sources join side by side. */
export function joinShape(join: SceneJoin, palette: Palette): Shape {
  return shape('g', { class: 'join', 'data-join': join.id }, [
    shape('rect', { ...join.box, rx: 5, fill: palette['ribbon-line'] }),
    shape('rect', {
      x: join.box.x + 4,
      y: join.box.y + 4,
      width: join.box.width - 8,
      height: join.box.height - 8,
      rx: 2,
      fill: palette.panel,
    }),
  ]);
}

/** A fork: the same vector, copied. */
export function forkShape({ x, y, ref }: Pixel & { readonly ref: Ref }, palette: Palette, radius: number): Shape {
  return shape('circle', {
    cx: x,
    cy: y,
    r: radius,
    fill: palette['ribbon-line'],
    stroke: palette.cell,
    'stroke-width': 1.2,
    class: 'fork',
    'data-signal': refKey(ref),
  });
}
