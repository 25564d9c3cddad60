import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellsDocument } from '../../src/io/cellsDocument.ts';

test('docs/api.md lists what the registry declares', async () => {
  const [before, after] = readFileSync('docs/api.md', 'utf8').split(
    /(?<=<!-- cells[^>]*-->\n)[\s\S]*(?=<!-- end of cells -->)/,
  );
  expect(after).toBeDefined();
  await expect(`${before}${cellsDocument()}\n${after}`).toMatchFileSnapshot('../../docs/api.md');
});
