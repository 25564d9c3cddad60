import { withLegend } from '../../figure/legend.ts';
import type { Derived } from '../../store/derive.ts';
import type { Gradient } from '../../store/gradient/gradient.ts';
import type { Moment } from '../../store/state.ts';
import { palettes } from '../../theme/palette.ts';
import type { ShownStrips } from '../timeline/shownStrips.ts';
import { stripsPicture } from '../timeline/stripsPicture.ts';
import { kindsOf } from '../timeline/TimelineFoot.tsx';
import { type Figure, type FigureOptions, figureOf, onSlide, titleOf } from './figureFile.ts';

/** The width in units of a picture for a page or a slide, and for a column, where text is larger. */
const [WIDE, NARROW] = [920, 440];

/** So many cells make a file of some eight megabytes, which other programs still open. */
const MOST = 500_000;

/** True if the strips have no more cells than a figure takes. */
export const fitsFigure = ({ blocks, orders, lines, tokens }: ShownStrips): boolean =>
  tokens.length * blocks.reduce((sum, { id }) => sum + (lines ? 1 : (orders.get(id)?.length ?? 0)), 0) <= MOST;

/** The strips over time as a figure: those on the page, with the moment that they show. */
export function stripsFigureOf(
  strips: ShownStrips,
  derived: Derived,
  moment: Moment,
  gradient: Gradient | null,
  options: FigureOptions,
): Figure {
  const { ground, size = 'page', legend = true } = options;
  const palette = palettes[ground];
  const dark = ground === 'dark';
  const picture = stripsPicture({ ...strips, dark }, size === 'column' ? NARROW : WIDE, palette);
  // probabilities have the colours of gates
  const gates = strips.answers?.probabilities && !strips.folded ? [{ kind: 'gate' as const }] : [];
  const kinds = strips.lines ? [] : kindsOf(strips.largest, [...strips.blocks, ...gates]);
  const whole =
    legend && kinds.length > 0 ? withLegend(picture, { kinds, palette, dark, unit: strips.largest || 1 }) : picture;
  const diagram = figureOf(derived, moment, gradient, options);
  const names = strips.blocks.map(({ label }) => label).join(', ');
  return {
    ...diagram,
    picture: size === 'slide' ? { ...whole, viewBox: onSlide(whole.viewBox) } : whole,
    title: titleOf(derived, moment.cursor.t, gradient, ' over time,'),
    description: `Over ${strips.tokens.length} timesteps: ${names}. ${diagram.description}`,
  };
}
