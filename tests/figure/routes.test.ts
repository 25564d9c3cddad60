import { expect, test } from 'vitest';
import { firstRoutes, firstSpacings } from '../../scripts/firstFigures.ts';
import { cellOf } from '../../src/cell/cell.ts';
import { registry } from '../../src/cells/index.ts';
import { foundSpacing } from '../../src/figure/foundSpacing.ts';
import { layoutOf } from '../../src/figure/layout.ts';
import { routesFrom, routesKey, routesText } from '../../src/figure/routes.ts';

test.each(registry.map((declaration) => [declaration.id, cellOf(declaration)] as const))(
  'the routes of %s, written and read, are the same',
  (_, cell) => {
    const { branches } = layoutOf(cell);
    expect(routesFrom(routesText(branches))).toEqual(branches);
  },
);

test('what a built page knows of its first cells is what it would find', () => {
  const cells = new Map(registry.map((declaration) => [routesKey(cellOf(declaration)), cellOf(declaration)]));
  const known = Object.entries(firstRoutes());
  expect(known.length).toBeGreaterThan(1);
  for (const [key, routes] of known) {
    const cell = cells.get(key);
    expect(cell && layoutOf(cell).branches, key).toEqual(routesFrom(routes));
  }
});

test.each(['unfolded', 'folded'] as const)(
  'the spacings that a built page knows are what it would find, %s',
  (chain) => {
    const known = Object.entries(firstSpacings());
    expect(known.map(([key]) => key)).toEqual(Object.keys(firstRoutes()));
    for (const [key, [columns, rows]] of known) {
      const cell = registry.map((declaration) => cellOf(declaration)).find((one) => routesKey(one) === key);
      expect(cell && foundSpacing([{ cell, layout: layoutOf(cell) }], chain), key).toMatchObject({ columns, rows });
    }
  },
);
