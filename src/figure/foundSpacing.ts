import type { Cell } from '../cell/cell.ts';
import { demandsOf, type Solid, symbolRooms } from './demands.ts';
import type { Chain } from './extent.ts';
import { fitted } from './fit.ts';
import type { Layout } from './layout.ts';
import { measures } from './measures.ts';
import { placed, type Scene } from './scene.ts';
import { compactSpacing, type Spacing } from './spacing.ts';

/** Minimum width of a body, so that a small cell is not enlarged. */
const NARROWEST = 540;
/** Ratio of height to width down to which rows are moved closer. */
const TALLEST = 0.95;

interface Routed {
  readonly cell: Cell;
  readonly layout: Layout;
}

/**
 * The spacing on a narrow screen that routed cells share, whose bodies have the same rows and columns: columns are only as far apart
 * as what is in them needs, and rows as far as the height of a phone allows.
 */
export function foundSpacing(cells: readonly Routed[], chain: Chain): Spacing {
  const routed = cells.map((one) => ({ ...one, symbols: [] as readonly Solid[] }));
  const [columns, rows] = cells[0].cell.declaration.body;
  const width = Math.min(NARROWEST, columns * measures.column);
  const spaced = (all: typeof routed): Spacing => {
    const across = fitted(
      columns,
      all.flatMap(({ cell, layout, symbols }) => demandsOf(cell, layout, 'x', symbols)),
      width,
    );
    const down = fitted(
      rows,
      all.flatMap(({ cell, layout }) => demandsOf(cell, layout, 'y')),
      Math.min(rows * measures.row, across[columns] * TALLEST),
    );
    const spacing = compactSpacing(across, down);
    const next = all.map((one) => ({
      ...one,
      symbols: withRoom(placed(one.layout, one.cell, chain, spacing), one),
    }));
    return next.some(({ symbols }, k) => symbols !== all[k].symbols) ? spaced(next) : spacing;
  };
  return spaced(routed);
}

/** The rooms for symbols, with another one for the first symbol that found no place; the same where none can be added. */
function withRoom(
  { cell, labels }: Scene,
  { layout, symbols }: { readonly layout: Layout; readonly symbols: readonly Solid[] },
): readonly Solid[] {
  for (const { id, info } of cell.signals) {
    if (!info.symbol || labels.some(({ ref }) => ref.id === id)) continue;
    const rooms = symbolRooms(id, layout);
    const tried = symbols.find(({ owner }) => owner === id);
    const next = tried
      ? rooms.findIndex(({ at, from, after }) => at === tried.at && from === tried.from && after === tried.after) + 1
      : 0;
    if (next < rooms.length) return [...symbols.filter((room) => room !== tried), rooms[next]];
  }
  return symbols;
}
