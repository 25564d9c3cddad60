import { cellOf } from '../src/cell/cell.ts';
import { gru } from '../src/cells/gru.ts';
import { lstm } from '../src/cells/lstm.ts';
import { rnn } from '../src/cells/rnn.ts';
import { layoutOf } from '../src/figure/layout.ts';
import { routesKey, routesText } from '../src/figure/routes.ts';

/** The routes of the cells with which pages, lessons and frames begin, by key. */
export const firstRoutes = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [rnn, lstm, gru].map((declaration) => {
      const cell = cellOf(declaration);
      return [routesKey(cell), routesText(layoutOf(cell).branches)];
    }),
  );
