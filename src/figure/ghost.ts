import type { Ref } from '../cell/slot.ts';
import { laneCount } from './lanes.ts';
import { barShapes, chartOf, isGate } from './nodes.ts';
import { attributesOf, type PictureState } from './paint.ts';
import type { Scene } from './scene.ts';
import { type Palette, type Shape, shape } from './shape.ts';

/** Pixels by which a bar has to be longer or shorter to be told apart from its ghost. */
const APART = 1;

/** The bars of another run as outlines over those of a run, in every layer that is computed, where they differ. */
export function ghostBars(
  { nodes }: Scene,
  [shown, ghost]: readonly [PictureState, PictureState],
  sizeOf: (ref: Ref) => number,
  palette: Palette,
): readonly Shape[] {
  return nodes.flatMap(({ signal, shape: form, box, order }) => {
    if (form !== 'layer' || shown.head <= order) return [];
    const ref: Ref = { kind: 'signal', id: signal.id };
    return barShapes(ref, chartOf(box), laneCount(sizeOf(ref)), isGate(signal), []).flatMap(({ attributes, binds }) => {
      const [now, free] = [shown, ghost].map((state) => attributesOf(binds[0], state));
      const apart = ['y', 'height'].some((name) => Math.abs(Number(now[name]) - Number(free[name])) >= APART);
      if (!apart) return [];
      const { x, width } = attributes;
      return [
        shape('rect', {
          x,
          width,
          y: free.y,
          height: free.height,
          fill: 'none',
          stroke: palette.ink,
          'stroke-width': 1.4,
          'stroke-dasharray': '3 2',
          class: 'ghost-bar',
        }),
      ];
    });
  });
}
