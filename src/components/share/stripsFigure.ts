import { announced } from '../../store/announced.ts';
import type { Derived } from '../../store/derive.ts';
import type { Gradient } from '../../store/gradient/gradient.ts';
import type { Moment } from '../../store/state.ts';
import { palettes } from '../../theme/palette.ts';
import type { ShownStrips } from '../timeline/shownStrips.ts';
import { stripsPicture } from '../timeline/stripsPicture.ts';
import { type Figure, type FigureOptions, figureAround, titleOf } from './figureFile.ts';

/** The width in units of a picture for a page or a slide, and for a column, where text is larger. */
const [WIDE, NARROW] = [920, 440];

/** So many cells make a file of some eight megabytes, which other programs still open. */
const MOST = 500_000;

/** True if the strips have no more cells than a figure takes. */
export const fitsFigure = ({ blocks, orders, lines, encoded }: ShownStrips): boolean =>
  encoded.tokens.length * blocks.reduce((sum, { id }) => sum + (lines ? 1 : (orders.get(id)?.length ?? 0)), 0) <= MOST;

/** The strips over time as a figure: those on the page, with the moment that they show. */
export function stripsFigureOf(
  strips: ShownStrips,
  derived: Derived,
  moment: Moment,
  gradient: Gradient | null,
  options: FigureOptions,
): Figure {
  const { ground, size } = options;
  const { kinds, ...picture } = stripsPicture(
    { ...strips, dark: ground === 'dark' },
    size === 'column' ? NARROW : WIDE,
    palettes[ground],
  );
  const names = strips.blocks.map(({ label }) => label).join(', ');
  const { cursor, selection } = moment;
  return figureAround(picture, derived, moment, gradient, options, {
    kinds,
    title: titleOf(derived, cursor.t, gradient, ' over time,'),
    description: `Over ${strips.encoded.tokens.length} timesteps: ${names}. ${announced(derived, gradient, cursor, selection.unit)}`,
  });
}
