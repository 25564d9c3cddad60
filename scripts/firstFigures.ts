import { type Cell, cellOf } from '../src/cell/cell.ts';
import type { CellDeclaration } from '../src/cell/declaration.ts';
import { gru } from '../src/cells/gru.ts';
import { registry } from '../src/cells/index.ts';
import { lstm } from '../src/cells/lstm.ts';
import { rnn } from '../src/cells/rnn.ts';
import type { Chain } from '../src/figure/extent.ts';
import { foundSpacing } from '../src/figure/foundSpacing.ts';
import type { Frame } from '../src/figure/frame.ts';
import { layoutOf } from '../src/figure/layout.ts';
import { mainFrame } from '../src/figure/mainFrame.ts';
import { isPictured, routesKey, routesText } from '../src/figure/routes.ts';
import type { Spacing } from '../src/figure/spacing.ts';

/** The routes of cells, and their columns and rows on a narrow screen, which are the same in both chains; both by key. */
export interface Figures {
  readonly routes: Readonly<Record<string, string>>;
  readonly spacings: Readonly<Record<string, readonly [Spacing['columns'], Spacing['rows']]>>;
}

function figuresOf(cells: readonly Cell[]): Figures {
  const layouts = cells.map((cell) => ({ cell, layout: layoutOf(cell), key: routesKey(cell) }));
  return {
    routes: Object.fromEntries(layouts.map(({ layout, key }) => [key, routesText(layout.branches)])),
    spacings: Object.fromEntries(
      layouts.map(({ cell, layout, key }) => {
        const { columns, rows } = foundSpacing([{ cell, layout }], 'unfolded');
        return [key, [columns, rows]];
      }),
    ),
  };
}

/** One cell for each picture that the options of a declaration may give. */
export function formsOf(declaration: CellDeclaration): readonly Cell[] {
  let chosen: readonly Readonly<Record<string, string | boolean>>[] = [{}];
  for (const [name, info] of Object.entries(declaration.options).filter(([name]) => isPictured(name))) {
    const values = info.kind === 'flag' ? [true, false] : Object.keys(info.choices);
    chosen = chosen.flatMap((options) => values.map((value) => ({ ...options, [name]: value })));
  }
  const cells = chosen.map((options) => cellOf(declaration, options));
  return [...new Map(cells.map((cell) => [routesKey(cell), cell])).values()];
}

/** The pictures of the cells with which pages and lessons begin. */
export const firstFigures = (): Figures => figuresOf([rnn, lstm, gru].map((declaration) => cellOf(declaration)));

/** All pictures of one cell. */
export const allFigures = (id: string): Figures => {
  const declaration = registry.find((one) => one.id === id);
  if (!declaration) throw new Error(`There is no cell “${id}”`);
  return figuresOf(formsOf(declaration));
};

/** The frames of the main cells with one neighbour and with two. */
export const mainFrames = (): Readonly<Record<Chain, readonly Frame[]>> => {
  const framesOf = (chain: Chain): readonly Frame[] => [mainFrame(chain, 1), mainFrame(chain, 2)];
  return { unfolded: framesOf('unfolded'), folded: framesOf('folded') };
};
