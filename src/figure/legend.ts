import { positionOf, type ScaleKind, tableOf } from '../theme/colour.ts';
import { boundOf, scaleTitles, shareOf } from '../theme/scaleTitles.ts';
import { ticks } from '../theme/ticks.ts';
import { SANS } from './labels.ts';
import type { Pixel } from './measures.ts';
import { shortNumber } from './paint.ts';
import type { Picture } from './picture.ts';
import { type Palette, type Shape, shape } from './shape.ts';

/** The colour scales of a figure: which, in which palette, and the value of a gradient's tick of 1. */
export interface LegendOptions {
  readonly kinds: readonly ScaleKind[];
  readonly palette: Palette;
  readonly dark: boolean;
  readonly unit?: number;
  /** The size of the smallest text. */
  readonly least?: number;
}

/** The height of a key whose text has its usual size, and the narrowest room for one. */
const HEIGHT = 96;
const NARROWEST = 330;
const WIDEST = 460;
const GAP = 70;
const RAMP = 14;
const SMALLEST = 12;
/** The rectangles of a ramp; each reaches to its end, so that no seam shows. */
const STEPS = 96;

/** The picture with the keys to its colours below it: side by side, or one below the other where it is narrow. */
export function withLegend({ viewBox, root }: Picture, options: LegendOptions): Picture {
  const [left, top, width, height] = viewBox;
  const { kinds, least = 0 } = options;
  const larger = Math.max(1, least / SMALLEST);
  const columns = (width - GAP) / kinds.length - GAP < NARROWEST * larger ? 1 : kinds.length;
  const each = Math.min(WIDEST * larger, (width - GAP) / columns - GAP);
  const first = left + (width - columns * (each + GAP) + GAP) / 2;
  const row = HEIGHT * larger;
  const legends = kinds.map((kind, k) => {
    const at = { x: first + (k % columns) * (each + GAP), y: top + height + 16 + Math.floor(k / columns) * row };
    return legendShape(kind, options, at, each, larger);
  });
  return {
    viewBox: [left, top, width, height + (kinds.length / columns) * row],
    root: { ...root, children: [...root.children, ...legends] },
  };
}

/** The colours of a key from its lowest value to its highest. */
export function rampOf(kind: ScaleKind, dark: boolean): readonly string[] {
  const { cssAt, steps } = tableOf(kind, dark);
  return Array.from({ length: STEPS }, (_, k) => cssAt(Math.round((k / (STEPS - 1)) * (steps - 1))));
}

function legendShape(kind: ScaleKind, options: LegendOptions, { x, y }: Pixel, width: number, larger: number): Shape {
  const { palette, dark, unit = 1 } = options;
  const { name, note } = scaleTitles[kind];
  const ramp = rampOf(kind, dark).map((fill, k) =>
    shape('rect', { x: x + (k / STEPS) * width, y, width: (1 - k / STEPS) * width, height: RAMP, fill }),
  );
  const words = (text: string, at: Pixel, anchor: string, size: number, ink: 'ink' | 'ink-soft', weight = 400): Shape =>
    shape(
      'text',
      {
        ...at,
        'text-anchor': anchor,
        'font-family': SANS,
        'font-size': size * larger,
        'font-weight': weight,
        fill: palette[ink],
      },
      [text],
    );
  const marks = ticks[kind].map((v) => {
    const at = { x: x + shareOf(kind, positionOf(kind, v)) * width, y: y + RAMP + 17 * larger };
    const bound = boundOf(kind, v);
    // a bound has a longer text; it reaches away from the other numbers
    const anchor = bound === '' ? 'middle' : v < 0 ? 'end' : 'start';
    return words(bound + numberOf(v * unit), at, anchor, 14, 'ink');
  });
  return shape('g', { class: 'legend' }, [
    ...ramp,
    shape('rect', { x, y, width, height: RAMP, fill: 'none', stroke: palette.line }),
    ...marks,
    words(name, { x, y: y + RAMP + 42 * larger }, 'start', 15, 'ink', 600),
    words(note, { x, y: y + RAMP + 59 * larger }, 'start', 12, 'ink-soft'),
  ]);
}

const numberOf = (value: number): string =>
  Number.isInteger(value) ? String(value).replace('-', '−') : shortNumber(value);
