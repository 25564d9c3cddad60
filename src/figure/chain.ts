import { previousOf, type Ref } from '../cell/slot.ts';
import { measures } from './measures.ts';
import { barShapes, belongsTo, isGate, titleShape, tokenShape } from './nodes.ts';
import { type RibbonStyle, ribbonShapes } from './ribbon.ts';
import type { Scene } from './scene.ts';
import { type Shape, shape } from './shape.ts';
import { symbolShape } from './symbol.ts';

/** A neighbouring cell of the chain, `shift` timesteps away (−1 or 1), with its own values; pale, and a way to go there. */
export function neighbourShape(scene: Scene, shift: -1 | 1, style: RibbonStyle): Shape {
  const { body, rails, cell } = scene;
  const { palette, sizeOf } = style;
  const { gap, neighbour } = measures;
  const left = shift < 0 ? -gap - neighbour : body.width + gap;
  const middle = left + neighbour / 2;
  const away = { ...style, shift };
  const ribbons = rails.flatMap(({ state, y }) => {
    const signal: Ref = { kind: 'signal', id: state };
    const previous: Ref = { kind: 'previous', id: state };
    const piece = (ref: Ref, from: number, to: number): Shape[] =>
      ribbonShapes(
        {
          refs: [ref],
          points: [
            { x: from, y },
            { x: to, y },
          ],
          target: null,
          reveals: [],
          joints: ['on', 'on'],
        },
        away,
      );
    return [
      belongsTo(previousOf(state), piece(previous, left, middle), 'wire'),
      belongsTo(state, piece(signal, middle, left + neighbour), 'wire'),
      shape('circle', { cx: middle, cy: y, r: 8, fill: palette.op, stroke: palette['op-line'], 'stroke-width': 1.8 }),
    ];
  });
  const shown = cell.signals.filter((signal) => signal.info.symbol && (signal.affine || isGate(signal))).slice(0, 4);
  const [top, bottom] = roomBetween([body.y - 12, ...rails.map(({ y }) => y), body.y + body.height + 12]);
  const pitch = Math.min(56, (bottom - top) / Math.max(1, shown.length));
  const start = (top + bottom) / 2 - (pitch * shown.length) / 2;
  const charts = shown.flatMap((signal, k) => {
    const y = start + k * pitch;
    const ref: Ref = { kind: 'signal', id: signal.id };
    const box = { x: left + 43, y: y + 6, width: neighbour - 60, height: pitch - 14 };
    const parts = [
      shape('rect', {
        x: box.x - 4,
        y: box.y - 4,
        width: box.width + 8,
        height: box.height + 8,
        rx: 6,
        fill: palette.layer,
        stroke: palette['layer-line'],
        'stroke-width': 1.4,
      }),
      ...barShapes(ref, box, Math.min(sizeOf(ref), measures.lanes), isGate(signal), shift),
      symbolShape(
        signal.info.symbol ?? '',
        shift < 0 ? 't−1' : 't+1',
        { x: left + 19, y: y + pitch / 2 - 2 },
        palette,
        15,
      ),
    ];
    return [belongsTo(signal.id, parts, 'chart')];
  });
  const bubble = (kind: 'input' | 'state', y: number, content: Shape): Shape[] => [
    shape('line', {
      x1: middle,
      x2: middle,
      y1: kind === 'input' ? body.y + body.height : body.y,
      y2: y,
      stroke: palette['ribbon-line'],
      'stroke-width': 2,
    }),
    shape('circle', {
      cx: middle,
      cy: y,
      r: 22,
      fill: palette[kind],
      stroke: palette[`${kind}-line`],
      'stroke-width': 1.8,
    }),
    content,
  ];
  const at = (y: number): { x: number; y: number } => ({ x: middle, y });
  const output = cell.signals.find((signal) => signal.id === cell.output)?.info.symbol ?? cell.output;
  return shape(
    'g',
    {
      class: 'neighbour',
      'data-goto': shift,
      role: 'button',
      opacity: 0.72,
    },
    [
      titleShape(shift < 0 ? 'previous timestep' : 'next timestep'),
      shape('rect', {
        x: left,
        y: body.y,
        width: neighbour,
        height: body.height,
        rx: 26,
        fill: palette.cell,
        stroke: palette['cell-line'],
        'stroke-width': 2,
      }),
      ...ribbons,
      ...charts,
      belongsTo('x', bubble('input', scene.input.y, tokenShape(at(scene.input.y), palette, shift, 15)), 'chart'),
      belongsTo(
        cell.output,
        bubble(
          'state',
          scene.output.y,
          symbolShape(output, shift < 0 ? 't−1' : 't+1', at(scene.output.y), palette, 17),
        ),
        'chart',
      ),
    ],
    [{ kind: 'exists', shift }],
  );
}

/** The widest free stretch between the rails, with a margin. */
function roomBetween(edges: readonly number[]): [number, number] {
  const sorted = [...edges].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((b, k) => [sorted[k] + 22, b - 22] as [number, number]);
  return gaps.reduce((best, gap) => (gap[1] - gap[0] > best[1] - best[0] ? gap : best));
}

/** What stands at the ends of the chain instead of a neighbour. */
export function chainEndShape({ body }: Scene, shift: -1 | 1, { palette }: RibbonStyle): Shape {
  const { gap, neighbour } = measures;
  const left = shift < 0 ? -gap - neighbour : body.width + gap;
  return shape(
    'g',
    { class: 'chain-end' },
    [
      shape('rect', {
        x: left,
        y: body.y,
        width: neighbour,
        height: body.height,
        rx: 26,
        fill: 'none',
        stroke: palette['cell-line'],
        'stroke-width': 1.6,
        'stroke-dasharray': '3 7',
      }),
      shape(
        'text',
        {
          x: left + neighbour / 2,
          y: body.y + body.height / 2,
          'text-anchor': 'middle',
          'font-family': 'system-ui, sans-serif',
          'font-size': 16,
          fill: palette['ink-soft'],
        },
        [shift < 0 ? 'start' : 'end'],
      ),
    ],
    [{ kind: 'exists', shift, not: true }],
  );
}
