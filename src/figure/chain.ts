import { type Ref, refKey } from '../cell/slot.ts';
import { tokenShape } from './bubbles.ts';
import { belongsTo } from './labels.ts';
import { type Box, measures } from './measures.ts';
import { type RibbonStyle, ribbonShapes } from './ribbon.ts';
import type { Scene } from './scene.ts';
import { type Bind, type Palette, type Shape, shape } from './shape.ts';
import { symbolShape } from './symbol.ts';

const { gap, neighbour: size } = measures;

/** The size of all text in neighbours: it remains legible where a lesson has half the window for its figure. */
const LETTER = 20;
/** The smallest letters of a neighbour's token, at which five stand in its bubble. */
const SMALLEST = 16;

/** The number of cells of the chain drawn before and after the one shown. */
export type Neighbours = readonly [before: number, after: number];

/** The room beside a body that so many neighbours take, up to the cut ends of their wires; without them that of its own wires. */
export const roomFor = (count: number, alone: number = gap): number =>
  count === 0 ? alone + 8 : gap + count * (size.width + size.gap) - size.gap + size.end;

/** The number of neighbours that fit into the room beside a body. */
export function neighboursIn(room: number): number {
  let count = 0;
  while (roomFor(count + 1) <= room) count++;
  return count;
}

/** The cells of the chain beside the one shown, and the ends of the sequence where there is none. */
export function chainShapes(scene: Scene, [before, after]: Neighbours, style: RibbonStyle): Shape[] {
  const shifts = [
    ...Array.from({ length: before }, (_, k) => -k - 1),
    ...Array.from({ length: after }, (_, k) => k + 1),
  ];
  return shifts.flatMap((shift) => {
    const last = shift === -before || shift === after;
    return [endShape(scene, shift, style), neighbourShape(scene, shift, last, style)];
  });
}

/** The body of the cell `shift` timesteps away. */
function bodyAt({ body }: Scene, shift: number): Box {
  const away = gap + (Math.abs(shift) - 1) * (size.width + size.gap);
  return { ...body, x: shift < 0 ? -away - size.width : body.width + away, width: size.width };
}

/** One neighbouring cell: a plain body between the wires of its states, with its token and output; a way to go there. */
function neighbourShape(scene: Scene, shift: number, last: boolean, style: RibbonStyle): Shape {
  const { palette } = style;
  const body = bodyAt(scene, shift);
  const middle = body.x + body.width / 2;
  const time = `t${shift < 0 ? '−' : '+'}${Math.abs(shift)}`;
  const next = Math.abs(shift) === 1;
  const { cell } = scene;
  const output = cell.signals.find((signal) => signal.id === cell.output)?.info.symbol ?? cell.output;
  return shape(
    'g',
    { class: 'neighbour', 'data-goto': shift, ...(next && { role: 'button' }) },
    [
      shape('title', {}, [], [{ kind: 'timestepName', name: nameOf(shift), shift }]),
      shape('rect', {
        ...body,
        rx: 22,
        fill: palette.cell,
        'fill-opacity': 0.55,
        stroke: palette['cell-line'],
        'stroke-width': 1.8,
        class: 'neighbour-body',
      }),
      ...connectors(scene, shift, last, style),
      wordShape(time, body, palette),
      ...bubble(
        'input',
        'x',
        middle,
        scene,
        style,
        tokenShape({ x: middle, y: scene.input.y }, palette, { shift, size: LETTER, least: SMALLEST }),
      ),
      ...bubble(
        'state',
        cell.output,
        middle,
        scene,
        style,
        symbolShape(output, '', { x: middle, y: scene.output.y }, palette, LETTER),
      ),
    ],
    [{ kind: 'exists', shift }],
  );
}

function nameOf(shift: number): string {
  const count = Math.abs(shift);
  if (count === 1) return shift < 0 ? 'previous timestep' : 'next timestep';
  return `${count} timesteps ${shift < 0 ? 'back' : 'ahead'}`;
}

/** The wires on the side of a neighbour that faces away from the cell shown: what it received, or what it hands on. */
function connectors(scene: Scene, shift: number, last: boolean, style: RibbonStyle): Shape[] {
  const { x, width } = bodyAt(scene, shift);
  const long = last ? size.end : size.gap;
  const [from, to] = shift < 0 ? [x - long, x] : [x + width, x + width + long];
  return scene.rails.map(({ states, y }) => {
    const refs = states.map((id): Ref => ({ kind: shift < 0 ? 'previous' : 'signal', id }));
    const ribbon = ribbonShapes(
      {
        refs,
        points: [
          { x: from, y },
          { x: to, y },
        ],
        target: last && shift > 0 ? null : { kind: 'next', states },
        reveals: [],
        joints: ['end', 'end'],
      },
      { ...style, shift },
    );
    return belongsTo(refs.map(refKey).join(' '), ribbon, 'wire');
  });
}

/** The token below a neighbour or the output above it, on a stalk. */
function bubble(
  kind: 'input' | 'state',
  key: string,
  x: number,
  { body, ...scene }: Scene,
  { palette }: RibbonStyle,
  content: Shape,
): Shape[] {
  const [edge, y] = kind === 'input' ? [body.y + body.height, scene.input.y] : [body.y, scene.output.y];
  const stalk = shape('line', {
    ...{ x1: x, x2: x, y1: edge, y2: y },
    stroke: palette['ribbon-line'],
    'stroke-width': 1.6,
  });
  const circle = shape('circle', {
    ...{ cx: x, cy: y, r: size.bubble },
    fill: palette[kind],
    stroke: palette[`${kind}-line`],
    'stroke-width': 1.8,
  });
  return [belongsTo(key, [stalk, circle, content], 'chart')];
}

/** A dashed body where the sequence starts or ends. */
function endShape(scene: Scene, shift: number, { palette }: RibbonStyle): Shape {
  const body = bodyAt(scene, shift);
  const bind: Bind = { kind: 'exists', shift, end: true };
  const outline = shape('rect', {
    ...body,
    rx: 22,
    fill: 'none',
    stroke: palette['cell-line'],
    'stroke-width': 1.6,
    'stroke-dasharray': '3 7',
  });
  const word = wordShape(shift < 0 ? 'start' : 'end', body, palette);
  return shape('g', { class: 'chain-end' }, [outline, word], [bind]);
}

/** A word in the middle of a body. */
function wordShape(word: string, { x, y, width, height }: Box, palette: Palette): Shape {
  return shape(
    'text',
    {
      x: x + width / 2,
      y: y + height / 2 + 5,
      'text-anchor': 'middle',
      'font-family': 'system-ui, sans-serif',
      'font-size': LETTER,
      fill: palette['ink-soft'],
    },
    [word],
  );
}
