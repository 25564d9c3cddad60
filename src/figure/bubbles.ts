import { SANS } from './labels.ts';
import { measures, type Pixel } from './measures.ts';
import { type Bind, type Palette, type Shape, shape } from './shape.ts';

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

/** The token read at a timestep, `shift` timesteps away from the one shown. */
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
