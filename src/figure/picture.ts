import { bubbleShape, tokenShape } from './bubbles.ts';
import { chainShapes, type Neighbours } from './chain.ts';
import { areRelated, ghostShapes, isNewWire, noveltyOf } from './change.ts';
import { bridgeShape, passedOver, stagesOf } from './crossings.ts';
import { type Frame, frameOf, viewBoxOf } from './frame.ts';
import { belongsTo, labelShape } from './labels.ts';
import { laneCount } from './lanes.ts';
import { measures } from './measures.ts';
import { forkShape, joinShape, nodeShape } from './nodes.ts';
import { peepholeShape } from './peephole.ts';
import { plugShapes } from './plug.ts';
import { outerNumbers, railLabels, stubShapes } from './railShapes.ts';
import { type RibbonStyle, wireShape } from './ribbon.ts';
import type { Scene } from './scene.ts';
import { type Shape, shape } from './shape.ts';
import { letterText, symbolShape } from './symbol.ts';
import { targetsOf } from './targets.ts';

export interface PictureOptions extends Omit<RibbonStyle, 'added' | 'shift'> {
  /** The number of cells of the chain drawn on either side. */
  readonly neighbours: Neighbours;
  /** The minimum size of a node's touch target while no other node is nearer. */
  readonly target?: number;
  /** The visible part of the plane; by default the extent of the drawing. */
  readonly frame?: Frame;
  /** The scene of the cell shown before: what is new is marked, what is gone is drawn as a ghost. */
  readonly before?: Scene | null;
}

export interface Picture {
  /** min-x, min-y, width, height. */
  readonly viewBox: readonly [number, number, number, number];
  readonly root: Shape;
}

/** A picture with its scene, by which overlays are placed. */
export interface ScenePicture extends Picture {
  readonly scene: Scene;
  /** The size of the smallest text. */
  readonly least: number;
}

/** The picture of a scene: a tree of SVG elements, some of them bound to the state. */
export function pictureOf(scene: Scene, options: PictureOptions): ScenePicture {
  const { palette, before, least = 0 } = options;
  const related = before && areRelated(before.cell, scene.cell) ? before : null;
  const novelty = related && noveltyOf(scene.cell, related.cell);
  const { body, cell, input, output } = scene;
  const symbolOf = (id: string) => cell.signals.find((signal) => signal.id === id)?.info.symbol ?? id;
  const labelOf = (id: string) => cell.signals.find((signal) => signal.id === id)?.info.label ?? id;
  const wires = scene.wires.map((wire) =>
    wireShape(wire, passedOver(wire, scene), {
      ...options,
      added: novelty !== null && isNewWire(wire, novelty),
      stages: stagesOf(wire, scene),
    }),
  );
  const folded = scene.delays.length > 0;
  const targets =
    options.target === undefined
      ? null
      : targetsOf(
          scene.nodes.map(({ box }) => box),
          options.target,
        );
  const token = { size: Math.max(21, least), least };
  const children: Shape[] = [
    ...chainShapes(scene, options.neighbours, options),
    shape('rect', {
      ...body,
      rx: 28,
      fill: palette.cell,
      stroke: palette['cell-line'],
      'stroke-width': 2.6,
      class: 'cell-body',
    }),
    ...(related ? [shape('g', { class: 'ghosts' }, ghostShapes(related, scene, options))] : []),
    ...stubShapes(scene, options),
    ...wires,
    ...scene.bridges.map((bridge) => bridgeShape(bridge, options, stagesOf(bridge.over, scene))),
    ...scene.forks.map((fork) => forkShape(fork, palette, options.zoom === 'lanes' ? 4.6 : 4)),
    ...scene.peepholes.map((peephole) => peepholeShape(peephole, palette)),
    ...scene.joins.map((join) => joinShape(join, palette)),
    ...scene.nodes.map((node, k) =>
      nodeShape(node, options, novelty?.signals.has(node.signal.id) ?? false, targets?.[k]),
    ),
    ...scene.labels.map((label) => {
      const node = scene.nodes.find(({ signal }) => signal.id === label.ref.id) as Scene['nodes'][number];
      return labelShape(label, node.signal, options);
    }),
    ...railLabels(scene, options),
    ...plugShapes(scene, options),
    ...(options.zoom === 'unit' ? outerNumbers(scene, options) : []),
    ...noteShapes(scene, options),
    bubbleShape('input', input, 'x', 'input', tokenShape(input, palette, token), palette, [
      { kind: 'tokenName', ...token },
    ]),
    belongsTo('x', [symbolShape('x', 't', { x: input.x + measures.bubble + 20, y: input.y }, palette, 22, least)]),
    bubbleShape(
      'state',
      output,
      cell.output,
      `${letterText(symbolOf(cell.output))}t, ${labelOf(cell.output)}, output`,
      symbolShape(symbolOf(cell.output), 't', output, palette, 23, least),
      palette,
    ),
  ];
  const frame = options.frame ?? frameOf([cell], folded ? 'folded' : 'unfolded', Math.max(...options.neighbours));
  return { viewBox: viewBoxOf(scene, frame), root: shape('g', { class: 'scene' }, children), scene, least };
}

/** Says so where a lane stands for more than one unit. */
function noteShapes({ body, cell }: Scene, { sizeOf, zoom, palette, least = 0 }: PictureOptions): Shape[] {
  const size = sizeOf({ kind: 'signal', id: cell.output });
  const lanes = laneCount(size);
  if (zoom !== 'lanes' || size <= lanes) return [];
  const share = Math.ceil(size / lanes);
  return [
    shape(
      'text',
      {
        x: body.width - 18,
        y: body.y + body.height + 22,
        'text-anchor': 'end',
        'font-family': 'system-ui, sans-serif',
        'font-size': Math.max(least, 14),
        fill: palette['ink-soft'],
        class: 'note',
      },
      [`${size} units: each lane shows the strongest of ${size % lanes === 0 ? '' : 'up to '}${share}`],
    ),
  ];
}
