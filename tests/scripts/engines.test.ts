import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { elementChecks } from '../../scripts/engines/elementChecks.ts';
import { frameChecks } from '../../scripts/engines/frameChecks.ts';
import { MATRIX } from '../../scripts/engines/matrix.ts';
import { pageChecks } from '../../scripts/engines/pageChecks.ts';

test('the document of the engines has the outcome of every check, and of no other', () => {
  const rows = [...readFileSync(MATRIX, 'utf8').matchAll(/^\| (.+?) +\|(.*)\|$/gm)];
  const [heading, , ...checks] = rows.map(([, name, cells]) => [name, cells.split('|').length] as const);
  const names = [...frameChecks, ...elementChecks, ...pageChecks].map(({ name }) => name);
  expect(heading).toEqual(['check', 3]);
  expect(checks).toEqual([...names, 'all'].map((name) => [name, 3]));
});
