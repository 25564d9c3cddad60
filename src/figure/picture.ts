import { previousOf, type Ref, refKey } from '../cell/slot.ts';
import { chainShapes, type Neighbours } from './chain.ts';
import { areRelated, ghostShapes, isNewWire, noveltyOf } from './change.ts';
import { type Frame, frameOf, viewBoxOf } from './frame.ts';
import type { Delay } from './loop.ts';
import { measures, type Pixel } from './measures.ts';
import {
  belongsTo,
  bubbleShape,
  forkShape,
  joinShape,
  labelShape,
  nodeShape,
  numberShape,
  tokenShape,
} from './nodes.ts';
import { peepholeShape } from './peephole.ts';
import { plugShapes } from './plug.ts';
import { netOfRail } from './rails.ts';
import { laneCount, type RibbonStyle, ribbonShapes, widthOf, wireShape } from './ribbon.ts';
import type { Bridge, Scene } from './scene.ts';
import { type Shape, shape } from './shape.ts';
import { letterText, symbolShape } from './symbol.ts';
import { targetsOf } from './targets.ts';
import { INPUTS_IN, type Reveal, type Wire } from './wires.ts';

export interface PictureOptions extends Omit<RibbonStyle, 'added' | 'shift'> {
  /** How many cells of the chain are drawn on either side. */
  readonly neighbours: Neighbours;
  /** How large the place of a node is for a finger, at least, where no other node is nearer. */
  readonly target?: number;
  /** What the picture shows of the plane; without it just what is drawn. */
  readonly frame?: Frame;
  /** The scene of the cell shown before: what is new is marked, what is gone is drawn as a ghost. */
  readonly before?: Scene | null;
}

export interface Picture {
  /** min-x, min-y, width, height. */
  readonly viewBox: readonly [number, number, number, number];
  readonly root: Shape;
}

/** The picture of a scene: a tree of SVG elements, some of them bound to the state. */
export function pictureOf(scene: Scene, options: PictureOptions): Picture {
  const { palette, before, least = 0 } = options;
  const related = before && areRelated(before.cell, scene.cell) ? before : null;
  const novelty = related && noveltyOf(scene.cell, related.cell);
  const { body, cell, input, output, rails } = scene;
  const symbolOf = (id: string) => cell.signals.find((signal) => signal.id === id)?.info.symbol ?? id;
  const labelOf = (id: string) => cell.signals.find((signal) => signal.id === id)?.info.label ?? id;
  const stages = (wire: Wire): string[] => stagesOf(wire, scene);
  const wires = scene.wires.map((wire) =>
    wireShape(wire, passedOver(wire, scene), {
      ...options,
      added: novelty !== null && isNewWire(wire, novelty),
      stages: stages(wire),
    }),
  );
  const stubs = (scene.delays.length > 0 ? [] : rails).map((rail) => {
    const { states, y } = rail;
    const refs = states.map((id): Ref => ({ kind: 'previous', id }));
    const keys = refs.map(refKey);
    const from = options.neighbours[0] > 0 || scene.compact ? -scene.gap : -scene.gap * 0.75;
    return shape(
      'g',
      { class: 'wire', 'data-signal': keys.join(' ') },
      [
        ...ribbonShapes(
          {
            refs,
            points: [
              { x: from, y },
              { x: 0, y },
            ],
            target: null,
            reveals: [],
            joints: ['end', 'on'],
          },
          {
            ...options,
            stages: scene.wires
              .filter((wire) => wire.net === netOfRail(rail) && wire.points[0].x === 0)
              .flatMap(stages),
          },
        ),
        shape('rect', { x: from, y: y - 16, width: -from, height: 32, fill: 'transparent', class: 'hit' }),
      ],
      [{ kind: 'lit', refs: keys }],
    );
  });
  const folded = scene.delays.length > 0;
  /** The symbols of a rail's states side by side, before the cell and after it; where there is little room they share a subscript. */
  const stateLabels = (states: readonly string[], before: Pixel, after: Pixel, size: number): Shape[] =>
    states.flatMap((state, k) => {
      const shared = scene.compact && states.length > 1;
      const aside = (k - (states.length - 1) / 2) * (shared ? 0.8 : 1.5) * Math.max(size, shared ? least : 0);
      const subscript = (time: string): string => (shared && k < states.length - 1 ? '' : time);
      // a symbol is centred with its subscript
      const shift = (time: string): number => (shared && k === states.length - 1 ? time.length * least * 0.22 : 0);
      return [
        belongsTo(previousOf(state), [
          symbolShape(
            symbolOf(state),
            subscript('t−1'),
            { ...before, x: before.x + aside - (shared ? 14 : 0) + shift('t−1') },
            palette,
            size,
            least,
          ),
        ]),
        belongsTo(state, [
          symbolShape(
            symbolOf(state),
            subscript('t'),
            { ...after, x: after.x + aside + shift('t') },
            palette,
            size,
            least,
          ),
        ]),
      ];
    });
  const railLabels = folded
    ? scene.delays.flatMap((delay) => [
        delayShape(delay, options),
        ...stateLabels(delay.states, { x: delay.x - 62, y: delay.y - 30 }, { x: delay.x + 58, y: delay.y - 30 }, 18),
      ])
    : rails.flatMap(({ states, y }) => {
        const tight = rails.some((other) => y > other.y && y - other.y <= measures.row);
        const [above, size] = tight ? [24, 16] : [scene.compact ? 33 : 30, states.length > 1 ? 16 : 21];
        const aside = scene.gap / 2 + (scene.compact ? 4 : 0);
        const [left, right] = [-aside, body.width + aside];
        return stateLabels(states, { x: left, y: y - above }, { x: right, y: y - above }, size);
      });
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
    ...stubs,
    ...wires,
    ...scene.bridges.map((bridge) => bridgeShape(bridge, options, stages(bridge.over))),
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
    ...railLabels,
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
  return { viewBox: viewBoxOf(scene, frame), root: shape('g', { class: 'scene' }, children) };
}

/** The numbers of one unit on the wires that have no node inside the cell: what comes in and what goes out. */
function outerNumbers({ cell, rails, body, input, output, nodes, delays, gap }: Scene, style: RibbonStyle): Shape[] {
  const { bubble } = measures;
  const out = (id: string): Reveal[] => {
    const order = nodes.find(({ signal }) => signal.id === id)?.order ?? 0;
    return [{ order, start: INPUTS_IN, end: 1 }];
  };
  const x: Ref = { kind: 'input', id: 'x' };
  const shown: Ref = { kind: 'signal', id: cell.output };
  // a loop waits above or below the cell, with its symbols on either side
  const places =
    delays.length > 0
      ? delays.map(({ states, x: middle, y }) => ({ states, y: y + 22, left: middle - 62, right: middle + 62 }))
      : rails.map(({ states, y }) => ({ states, y: y + 24, left: -gap / 2, right: body.width + gap / 2 }));
  return [
    ...places.flatMap(({ states, y, left, right }) =>
      states.flatMap((state, k) => {
        const below = y + 15 * k;
        return [
          belongsTo(previousOf(state), [numberShape({ kind: 'previous', id: state }, { x: left, y: below }, style)]),
          belongsTo(state, [numberShape({ kind: 'signal', id: state }, { x: right, y: below }, style, out(state))]),
        ];
      }),
    ),
    belongsTo('x', [numberShape(x, { x: input.x + bubble + 8, y: input.y + 30 }, style)]),
    belongsTo(cell.output, [
      numberShape(shown, { x: output.x + bubble + 26, y: output.y + 5 }, style, out(cell.output)),
    ]),
  ];
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

/** One timestep of waiting on a loop. */
function delayShape({ x, y }: Delay, { palette, least = 0 }: RibbonStyle): Shape {
  const width = Math.max(60, least * 3.6);
  return shape('g', { class: 'delay' }, [
    shape('rect', {
      x: x - width / 2,
      y: y - 13,
      width,
      height: 26,
      rx: 13,
      fill: palette.panel,
      stroke: palette['ribbon-line'],
      'stroke-width': 1.8,
    }),
    shape(
      'text',
      {
        x,
        y: y + 5,
        'text-anchor': 'middle',
        'font-family': 'system-ui, sans-serif',
        'font-size': Math.max(least, 13.5),
        fill: palette.ink,
      },
      ['1 step'],
    ),
  ]);
}

/** Where others pass over a wire. */
const passedOver = (wire: Wire, { bridges }: Scene): Pixel[] => bridges.filter(({ under }) => under.id === wire.id);

/** The stages in which a wire matters: those of its source and of the signals it leads to. */
function stagesOf({ refs, ends }: Wire, { nodes, joins }: Scene): string[] {
  const readers = ends.flatMap((end) =>
    end.kind === 'node'
      ? [end.signal]
      : end.kind === 'join'
        ? (joins.find(({ id }) => id === end.join)?.layers ?? [])
        : [],
  );
  const signals = [...refs.flatMap((ref) => (ref.kind === 'signal' ? [ref.id] : [])), ...readers];
  return [...new Set(nodes.filter(({ signal }) => signals.includes(signal.id)).map(({ signal }) => signal.info.stage))];
}

/** The parapets of a wire on its way over another, whose ends they close. */
function bridgeShape({ x, y, over }: Bridge, { zoom, palette }: PictureOptions, stages: readonly string[]): Shape {
  const half = widthOf(zoom) / 2 + measures.clearance;
  const reach = widthOf(zoom) / 2 + 7;
  const parapet = (side: -1 | 1): Shape =>
    shape('path', {
      d: `M${x + side * (half + 3.5)},${y - reach}Q${x + side * (half - 3.5)},${y} ${x + side * (half + 3.5)},${y + reach}`,
      fill: 'none',
      stroke: palette['ribbon-line'],
      'stroke-width': 1.6,
      'stroke-linecap': 'round',
    });
  return shape(
    'g',
    { class: 'bridge', 'data-signal': over.refs.map(refKey).join(' ') },
    [parapet(-1), parapet(1)],
    [{ kind: 'stage', stages }],
  );
}
