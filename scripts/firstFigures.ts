import { cellOf } from '../src/cell/cell.ts';
import { gru } from '../src/cells/gru.ts';
import { lstm } from '../src/cells/lstm.ts';
import { rnn } from '../src/cells/rnn.ts';
import type { Chain } from '../src/figure/extent.ts';
import { foundSpacing } from '../src/figure/foundSpacing.ts';
import type { Frame } from '../src/figure/frame.ts';
import { layoutOf } from '../src/figure/layout.ts';
import { mainFrame } from '../src/figure/mainFrame.ts';
import { routesKey, routesText } from '../src/figure/routes.ts';
import type { Spacing } from '../src/figure/spacing.ts';

/** The cells with which pages, lessons and frames begin. */
const cells = [rnn, lstm, gru].map((declaration) => cellOf(declaration));

/** Their routes, by key. */
export const firstRoutes = (): Readonly<Record<string, string>> =>
  Object.fromEntries(cells.map((cell) => [routesKey(cell), routesText(layoutOf(cell).branches)]));

/** Their columns and rows on a narrow screen, by key: the same in both chains. */
export const firstSpacings = (): Readonly<Record<string, readonly [Spacing['columns'], Spacing['rows']]>> =>
  Object.fromEntries(
    cells.map((cell) => {
      const { columns, rows } = foundSpacing([{ cell, layout: layoutOf(cell) }], 'unfolded');
      return [routesKey(cell), [columns, rows]];
    }),
  );

/** The frames of the main cells with one neighbour and with two. */
export const mainFrames = (): Readonly<Record<Chain, readonly Frame[]>> => {
  const framesOf = (chain: Chain): readonly Frame[] => [mainFrame(chain, 1), mainFrame(chain, 2)];
  return { unfolded: framesOf('unfolded'), folded: framesOf('folded') };
};
