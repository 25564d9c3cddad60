import { previousOf, type Ref, refKey } from '../cell/slot.ts';
import { stagesOf } from './crossings.ts';
import { belongsTo, numberShape } from './labels.ts';
import type { Delay } from './loop.ts';
import { measures, type Pixel } from './measures.ts';
import type { PictureOptions } from './picture.ts';
import { netOfRail } from './rails.ts';
import { type RibbonStyle, ribbonShapes } from './ribbon.ts';
import type { Scene } from './scene.ts';
import { type Shape, shape } from './shape.ts';
import { symbolShape } from './symbol.ts';
import { INPUTS_IN, type Reveal } from './wires.ts';

/** The numbers of one unit on the wires that have no node inside the cell: what comes in and what goes out. */
export function outerNumbers(
  { cell, rails, body, input, output, nodes, delays, gap }: Scene,
  style: RibbonStyle,
): Shape[] {
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

/** The last stretches of the rails on their way into the unfolded cell. */
export function stubShapes(scene: Scene, options: PictureOptions): Shape[] {
  return (scene.delays.length > 0 ? [] : scene.rails).map((rail) => {
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
              .flatMap((wire) => stagesOf(wire, scene)),
          },
        ),
        shape('rect', { x: from, y: y - 16, width: -from, height: 32, fill: 'transparent', class: 'hit' }),
      ],
      [{ kind: 'lit', refs: keys }],
    );
  });
}

/** The symbols of a rail's states side by side, before the cell and after it; where there is little room they share a subscript. */
function stateLabels(
  scene: Scene,
  { palette, least = 0 }: RibbonStyle,
  states: readonly string[],
  before: Pixel,
  after: Pixel,
  size: number,
): Shape[] {
  const symbolOf = (id: string) => scene.cell.signals.find((signal) => signal.id === id)?.info.symbol ?? id;
  return states.flatMap((state, k) => {
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
}

/** The symbols of all states beside their rails, or beside the loops of the folded chain with the step on which they wait. */
export function railLabels(scene: Scene, options: PictureOptions): Shape[] {
  return scene.delays.length > 0
    ? scene.delays.flatMap((delay) => [
        delayShape(delay, options),
        ...stateLabels(
          scene,
          options,
          delay.states,
          { x: delay.x - 62, y: delay.y - 30 },
          { x: delay.x + 58, y: delay.y - 30 },
          18,
        ),
      ])
    : scene.rails.flatMap(({ states, y }) => {
        const tight = scene.rails.some((other) => y > other.y && y - other.y <= measures.row);
        const [above, size] = tight ? [24, 16] : [scene.compact ? 33 : 30, states.length > 1 ? 16 : 21];
        const aside = scene.gap / 2 + (scene.compact ? 4 : 0);
        const [left, right] = [-aside, scene.body.width + aside];
        return stateLabels(scene, options, states, { x: left, y: y - above }, { x: right, y: y - above }, size);
      });
}
