import type { Signal } from '../cell/cell.ts';
import { colourScaleOf } from '../cell/colourScale.ts';
import { type Ref, refKey } from '../cell/slot.ts';
import { type Box, measures, type Pixel } from './measures.ts';
import { laneCount, type RibbonStyle } from './ribbon.ts';
import type { SceneJoin, SceneLabel, SceneNode } from './scene.ts';
import { type Bind, type Palette, type Shape, shape } from './shape.ts';
import { symbolShape } from './symbol.ts';
import { INPUTS_IN, type Reveal } from './wires.ts';

const SANS = 'system-ui, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif';
/** What an element of the picture is called: read out, and shown where a pointer rests on it. */
export const titleShape = (name: string): Shape => shape('title', {}, [name]);

/** A small bar chart of a vector. */
export function barShapes(ref: Ref, box: Box, lanes: number, gate: boolean, shift = 0): Shape[] {
  const width = box.width / lanes;
  const gap = Math.min(1.5, width * 0.15);
  return Array.from({ length: lanes }, (_, lane) => {
    const bind: Bind = { kind: 'bar', ref, shift, lane, lanes, top: box.y, height: box.height, gate };
    return shape('rect', { x: box.x + lane * width + gap / 2, width: width - gap, y: box.y, height: 0 }, [], [bind]);
  });
}

/** Where a layer has the chart of its values. */
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
  // what is seen belongs to the name: who speaks to the page says what they see
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
      // What is not computed yet is pale; its text stays readable.
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
          shape('g', { class: 'bars' }, barShapes(ref, chart, lanes, isGate(signal)), [
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
      // so that two texts are two words
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

/** The number of the selected unit beside a wire, or all numbers of the input. */
export const numberShape = (
  ref: Ref,
  { x, y }: Pixel,
  { palette, least = 0 }: Pick<RibbonStyle, 'palette' | 'least'>,
  reveals: readonly Reveal[] = [],
): Shape =>
  shape(
    'text',
    {
      ...{
        x,
        y,
        'text-anchor': ref.kind === 'input' ? 'start' : 'middle',
        'font-family': SANS,
        'font-size': Math.max(least, 14),
        'font-weight': 600,
      },
      fill: palette.ink,
      class: 'number',
    },
    [],
    [{ kind: 'number', ref, reveals }],
  );

/** Something that belongs to a vector: it lights up with it and can be asked about. */
export const belongsTo = (key: string, children: readonly Shape[], name = 'label'): Shape =>
  shape('g', { class: name, 'data-signal': key }, children, [{ kind: 'lit', refs: [key] }]);

/** A signal's symbol beside its wire; in vector zoom with the vector's length. */
export function labelShape(
  label: SceneLabel,
  signal: Signal,
  { palette, zoom, sizeOf, least = 0 }: RibbonStyle,
): Shape {
  const length = String(sizeOf(label.ref));
  const shapeNote = shape(
    'text',
    {
      x: label.x + 17,
      y: label.y + 5,
      'font-family': SANS,
      'font-size': Math.max(least, 13),
      fill: palette['ink-soft'],
    },
    [`[${length}]`],
  );
  const symbol = symbolShape(signal.info.symbol ?? signal.id, 't', label, palette, undefined, least);
  return belongsTo(signal.id, zoom === 'vector' ? [symbol, shapeNote] : [symbol]);
}

/** A round bubble: x_t below the cell, the output above it. */
export function bubbleShape(
  kind: 'input' | 'state',
  at: Pixel,
  key: string,
  name: string,
  content: Shape,
  palette: Palette,
  binds: readonly Bind[] = [],
): Shape {
  return shape(
    'g',
    { class: 'bubble', 'data-signal': key, role: 'button', 'aria-label': name },
    [
      shape('circle', {
        cx: at.x,
        cy: at.y,
        r: measures.bubble,
        fill: palette[kind],
        stroke: palette[`${kind}-line`],
        'stroke-width': 2.4,
        class: 'body',
      }),
      content,
    ],
    [{ kind: 'lit', refs: [key] }, ...binds],
  );
}

export function tokenShape(at: Pixel, palette: Palette, { shift = 0, size = 21, least = 0 } = {}): Shape {
  return shape(
    'text',
    {
      x: at.x,
      y: at.y + size * 0.35,
      'text-anchor': 'middle',
      'font-family': SANS,
      'font-size': size,
      'font-weight': 600,
      fill: palette.ink,
      class: 'token',
    },
    [],
    [{ kind: 'token', shift, size, least }],
  );
}
