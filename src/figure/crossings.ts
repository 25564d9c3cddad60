import { refKey } from '../cell/slot.ts';
import { widthOf } from './lanes.ts';
import { measures, type Pixel } from './measures.ts';
import type { RibbonStyle } from './ribbon.ts';
import type { Bridge, Scene } from './scene.ts';
import { type Shape, shape } from './shape.ts';
import type { Wire } from './wires.ts';

/** The points at which other wires pass over a wire. */
export const passedOver = (wire: Wire, { bridges }: Scene): Pixel[] =>
  bridges.filter(({ under }) => under.id === wire.id);

/** The stages in which a wire matters: those of its source and of the signals it leads to. */
export function stagesOf({ refs, ends }: Wire, { nodes, joins }: Scene): string[] {
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

/** Parapets of a wire where it passes over another one, which is cut there. */
export function bridgeShape({ x, y, over }: Bridge, { zoom, palette }: RibbonStyle, stages: readonly string[]): Shape {
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
