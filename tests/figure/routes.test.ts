import { describe, expect, test } from 'vitest';
import { allFigures, firstFigures } from '../../scripts/firstFigures.ts';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { registry } from '../../src/cells/index.ts';
import { foundSpacing } from '../../src/figure/foundSpacing.ts';
import { layoutOf } from '../../src/figure/layout.ts';
import { isPictured, routesFrom, routesKey, routesText } from '../../src/figure/routes.ts';

test.each(registry.map((declaration) => [declaration.id, cellOf(declaration)] as const))(
  'the routes of %s, written and read, are the same',
  (_, cell) => {
    const { branches } = layoutOf(cell);
    expect(routesFrom(routesText(branches))).toEqual(branches);
  },
);

const known = [
  ['of its first cells', firstFigures()],
  ...registry.map(({ id }) => [`of ${id}`, allFigures(id)] as const),
] as const;

/** A cell with the picture of this key: of all that differ in their numbers alone, the one with the fewest words. */
function cellOfKey(key: string): Cell {
  const [id, ...values] = key.split(',');
  const declaration = registry.find((one) => one.id === id);
  if (!declaration) throw new Error(`There is no cell ${id}`);
  const names = Object.keys(declaration.options).filter(isPictured);
  const options = names.map((name, k) => [
    name,
    declaration.options[name].kind === 'flag' ? values[k] === 'true' : values[k],
  ]);
  return cellOf(declaration, Object.fromEntries(options));
}

describe.each(known)('what a built page knows %s', (_, { routes, spacings }) => {
  test('is what it would find', () => {
    expect(Object.keys(routes).length).toBeGreaterThan(0);
    expect(Object.keys(spacings)).toEqual(Object.keys(routes));
    for (const [key, text] of Object.entries(routes)) {
      const cell = cellOfKey(key);
      expect(routesKey(cell)).toBe(key);
      expect(layoutOf(cell).branches, key).toEqual(routesFrom(text));
    }
  });

  test.each(['unfolded', 'folded'] as const)('and its spacings, too, %s', (chain) => {
    for (const [key, [columns, rows]] of Object.entries(spacings)) {
      const cell = cellOfKey(key);
      expect(foundSpacing([{ cell, layout: layoutOf(cell) }], chain), key).toMatchObject({ columns, rows });
    }
  });
});

describe.each(registry)('each option of $id that has no place in the key', (declaration) => {
  const forms = Object.keys(allFigures(declaration.id).routes).map(cellOfKey);
  const numerical = Object.entries(declaration.options).filter(([name]) => !isPictured(name));

  test.each(numerical)('%s changes no picture', (name, info) => {
    const values = info.kind === 'flag' ? [true, false] : Object.keys(info.choices);
    for (const form of forms.slice(0, 4))
      for (const value of values) {
        const other = cellOf(declaration, { ...form.options, [name]: value });
        expect(routesKey(other)).toBe(routesKey(form));
        expect(layoutOf(other).branches).toEqual(layoutOf(form).branches);
      }
  });
});
