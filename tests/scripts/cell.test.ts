import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { command, type Ended } from '../setup/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatescope-cell-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = (path: string): string => pathToFileURL(path).href;

/** A new cell in one file: an RNN whose sum is normalised. `at` is where its norm is drawn. */
function fileOf(name: string, at: string): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    `import { defineCell } from '${source('src/cell/declaration.ts')}';
import { affine, gain, linear, normalise, tanh } from '${source('src/cell/expression.ts')}';
import { rnn } from '${source('src/cells/rnn.ts')}';
export const normed = defineCell({
  ...rnn, id: 'normed', name: 'Normed RNN', options: {}, output: 'h', body: [12, 10], states: { h: { initial: 0, rail: 9 } },
  math({ x, prev }) {
    const sum = linear(prev.h, x);
    const norm = normalise(sum);
    return { sum, norm, h: tanh(affine(gain(norm))) };
  },
  signals: {
    sum: { role: 'intermediate', stage: 'update', weights: 'h', label: 'sum', hint: 'All products.', at: [6, 7], join: [3, 9] },
    norm: { role: 'intermediate', stage: 'update', label: 'norm', hint: 'Comparable.', at: ${at} },
    h: { ...rnn.signals.h, at: [6, 3] },
  },
});
`,
  );
  return file;
}

/** Prints and draws the cells of a file. */
const drawn = (file: string): Ended => command('cell', [file, '--no-laws', '--out', folder]);

describe('npm run cell', () => {
  it('prints equations and parameters of a file that is in no list, and draws it', () => {
    const { status, out } = drawn(fileOf('normed.ts', '[6, 5]'));
    expect(status).toBe(0);
    expect(out).toContain('hₜ = tanh(g_h ⊙ norm(W_h xₜ + U_h hₜ₋₁) + b_h)');
    expect(out).toMatch(/g_h +H +4 +1\n/);
    expect(out).toContain('32 numbers with D = 2 and H = 4');
    expect(readFileSync(join(folder, 'normed.svg'), 'utf8')).toMatch(/^<svg .*>norm<\/text>/s);
  });

  it('says which place is blocked, and the nearest that is free', () => {
    const { status, error } = drawn(fileOf('blocked.ts', '[7, 7]'));
    expect(status).toBe(1);
    expect(error).toMatch(
      /^Normed RNN: “norm” at \(7, 7\) covers \(6, 7\), where “sum” is\. The nearest free place for “norm” is \[\d+, \d+\]\.$/m,
    );
  });

  it('refuses a file without a cell with a sentence', () => {
    const { status, error } = drawn('src/cell/slot.ts');
    expect(status).toBe(1);
    expect(error).toContain('src/cell/slot.ts exports no cell');
  });
});
