import { type Cell, cellOf, settledOptions } from '../cell/cell.ts';
import type { CellDeclaration } from '../cell/declaration.ts';
import { declarationOf } from '../cells/index.ts';
import type { Inputs } from './moment.ts';

/** The options that the declaration knows, where the value is one of its own. */
export function fittingOptions(declaration: CellDeclaration, options: Inputs['options']): Inputs['options'] {
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => {
      const info = Object.hasOwn(declaration.options, name) ? declaration.options[name] : undefined;
      if (info?.kind === 'flag') return typeof value === 'boolean';
      return info?.kind === 'choice' && typeof value === 'string' && Object.hasOwn(info.choices, value);
    }),
  );
}

/** True if two choices mean the same cell; options that the cell does not know make no difference. */
export function sameCell(a: Pick<Inputs, 'cell' | 'options'>, b: Pick<Inputs, 'cell' | 'options'>): boolean {
  const declaration = declarationOf(a.cell);
  if (a.cell !== b.cell || !declaration) return false;
  const [one, other] = [a, b].map(({ options }) => settledOptions(declaration, fittingOptions(declaration, options)));
  return Object.entries(one).every(([name, value]) => other[name] === value);
}

/** The cell that these inputs choose, with those of the options that it knows. Throws for an unknown cell. */
export function chosenCell({ cell, options }: Pick<Inputs, 'cell' | 'options'>): Cell {
  const declaration = declarationOf(cell);
  if (!declaration) throw new Error(`There is no cell “${cell}”`);
  const known = Object.entries(options).filter(([name]) => Object.hasOwn(declaration.options, name));
  return cellOf(declaration, Object.fromEntries(known));
}
