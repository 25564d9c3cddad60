import type { Signal } from '../cell/cell.ts';
import type { Ref } from '../cell/slot.ts';
import type { Pixel } from './measures.ts';
import type { RibbonStyle } from './ribbon.ts';
import type { SceneLabel } from './scene.ts';
import { type Shape, shape } from './shape.ts';
import { symbolShape } from './symbol.ts';
import type { Reveal } from './wires.ts';

/** The fonts of text in the picture. */
export const SANS = 'system-ui, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif';

/** The name of an element of the picture: read out, and shown under a resting pointer. */
export const titleShape = (name: string): Shape => shape('title', {}, [name]);

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

/** Groups shapes that belong to a vector: they light up with it and can be asked about. */
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
