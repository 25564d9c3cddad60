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
export const fitsFigure = (runs: readonly ShownStrips[]): boolean =>
  runs.reduce((sum, run) => sum + cellsOf(run), 0) <= MOST;

const cellsOf = ({ blocks, orders, lines, encoded }: ShownStrips): number =>
  encoded.tokens.length * blocks.reduce((sum, { id }) => sum + (lines ? 1 : (orders.get(id)?.length ?? 0)), 0);

/** The strips over time as a figure: those on the page, of each run where several are compared, with the moment that they show. */
export function stripsFigureOf(
  runs: readonly ShownStrips[],
  derived: Derived,
  moment: Moment,
  gradient: Gradient | null,
  options: FigureOptions,
): Figure {
  const { ground, size } = options;
  const { kinds, ...picture } = stripsPicture(
    runs.map((run) => ({ ...run, dark: ground === 'dark' })),
    size === 'column' ? NARROW : WIDE,
    palettes[ground],
  );
  const { cursor, selection } = moment;
  // a comparison shows values, whatever its diagrams show
  const shown = runs[0].largest === null ? null : gradient;
  return figureAround(picture, derived, moment, shown, options, {
    kinds,
    title: titleOf(derived, cursor.t, shown, `${lettersOf(runs)} over time,`),
    description: `${runs.map(contentOf).join(' ')} ${announced(derived, shown, cursor, selection.unit)}`,
  });
}

/** The letter of the first run, and the others after it; empty where there is one. */
const lettersOf = ([first, ...others]: readonly ShownStrips[]): string =>
  first.run
    ? ` (${[first.run.letter, ...others.map(({ run }) => run && `${run.name} (${run.letter}`)].join('), ')})`
    : '';

function contentOf({ run, encoded, blocks }: ShownStrips): string {
  const names = blocks.map(({ label }) => label).join(', ');
  return `${run ? `${run.letter}, ${run.name}, over` : 'Over'} ${encoded.tokens.length} timesteps: ${names}.`;
}
