import { declarationsIn } from '../scripts/cell/declarations.ts';
import { type Cell, cellOf } from '../src/cell/cell.ts';
import type { CellDeclaration } from '../src/cell/declaration.ts';
import { registry } from '../src/cells/index.ts';
import { many } from './setup/cases.ts';

type Combination = Record<string, string | boolean>;

/** Every combination of a declaration's options; each value of a rare option only once, with the defaults of the others. */
export function combinationsOf({ options }: CellDeclaration): Combination[] {
  let all: Combination[] = [{}];
  const rare: Combination[] = [];
  for (const [name, info] of Object.entries(options)) {
    const values = info.kind === 'flag' ? [true, false] : Object.keys(info.choices);
    if (info.rare) rare.push(...values.filter((value) => value !== info.default).map((value) => ({ [name]: value })));
    else all = all.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value })));
  }
  return [...all, ...rare];
}

/** The declarations under test: those of the one file that `npm run cell` names, otherwise the registry. */
const tested: readonly CellDeclaration[] = process.env.GATESCOPE_CELL
  ? await declarationsIn(process.env.GATESCOPE_CELL)
  : registry;

/** Every cell under test with every combination of its options, and a name for the test. */
export const everyCell: readonly { readonly name: string; readonly cell: Cell }[] = tested.flatMap((declaration) =>
  combinationsOf(declaration).map((options) => ({
    name: `${declaration.id} ${JSON.stringify(options)}`,
    cell: cellOf(declaration, options),
  })),
);

/**
 * Every cell under test as it is by default and with every third combination of its options, for laws that take long for
 * each; all of them in `npm run properties`.
 */
export const someCells =
  many || process.env.GATESCOPE_CELL
    ? everyCell
    : everyCell.filter(({ cell }, k) => k % 3 === 0 || everyCell.findIndex((one) => one.cell.id === cell.id) === k);
