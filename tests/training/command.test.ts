import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { registry } from '../../src/cells/index.ts';
import { commandOptions } from '../../src/training/commandLine.ts';
import { readModel } from '../../src/training/modelFile.ts';
import { tasks } from '../../src/training/tasks/index.ts';
import { many } from '../setup/cases.ts';
import { command } from '../setup/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatescope-train-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run train` with these arguments, in a folder of its own. */
const train = (...given: string[]) => command('train', given, folder);

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

describe('npm run train', () => {
  it('writes a model and its report, the second time the same bytes', () => {
    const given = ['--task', 'anbn', '--cell', 'gru', '--updates', '12'];
    const first = train(...given);
    expect(first).toMatchObject({ status: 0, error: '' });
    expect(readdirSync(join(folder, 'trained'))).toEqual(['anbn-gru.json', 'anbn-gru.md']);
    expect(train(...given, '--out', 'again.json').status).toBe(0);
    expect(read('again.json')).toBe(read('trained/anbn-gru.json'));
    expect(read('again.md')).toBe(read('trained/anbn-gru.md'));
    const { settings, measured, updates } = readModel(read('again.json'));
    expect([settings.cell, updates]).toEqual(['gru', 12]);
    const share = `${(100 * measured.reaches).toFixed(1)} %`;
    expect(first.out).toContain(`${share} of answers right on 1000 fresh sequences of seed 2000001`);
    expect(read('again.md')).toContain('npm run train -- --task anbn --level 10 --cell gru --updates 12\n');
  });

  it.runIf(many)('learns from a text and from a table', () => {
    writeFileSync(join(folder, 'text.txt'), 'to be or not to be, '.repeat(20));
    writeFileSync(
      join(folder, 'table.csv'),
      `a,b\n${Array.from({ length: 60 }, (_, k) => `${k % 7},${k}`).join('\n')}`,
    );
    const text = train('--text', 'text.txt', '--level', '10', '--updates', '2').out;
    expect(text).toContain('Next character of a text');
    expect(text).toMatch(/ on 1000 draws .* from the last fifth of the text, which was held out$/m);
    const table = train('--table', 'table.csv', '--column', 'a', '--updates', '2').out;
    expect(table).toContain('Next value of a');
    expect(table).toMatch(/ on 1000 draws .* from the last fifth of the table, which was held out$/m);
    expect(text + table + read('trained/own-columns-lstm.md')).not.toContain('fresh');
  });

  it('says why a run has stopped, and keeps what it had learned', () => {
    const wild = [
      '--rate',
      '10',
      '--clip-norm',
      'none',
      '--optimiser',
      'sgd',
      '--updates',
      '100',
      '--out',
      'wild.json',
    ];
    const { status, error } = train('--task', 'adding', ...wild);
    expect(status).toBe(2);
    expect(error).toMatch(/is no longer a finite number.*Choose a learning rate/);
    const { updates, stopped, curve } = readModel(read('wild.json'));
    expect(updates).toBeLessThan(100);
    expect(error).toBe(`${stopped}\n`);
    expect(read('wild.md')).toContain(stopped);
    // the best measured weights are kept, together with their update
    const [best] = curve.toSorted((a, b) => a[1] - b[1]);
    expect(stopped).toContain(`These are the weights after update ${best[0]}, the best on held-out sequences.`);
    expect(curve.at(-1)?.slice(1)).toEqual(best.slice(1));
  });

  it('lists every option, task and cell', () => {
    const { out } = train('--help');
    for (const { name } of commandOptions) expect(out).toContain(`--${name} `);
    for (const { id } of [...tasks, ...registry]) expect(out).toMatch(new RegExp(`^  ${id} `, 'm'));
    expect(out).toMatch(/^ {2}gru .*reset=before \| after;/m);
  });

  const large = ['--level', '200', '--batch', '256', '--units', '64', '--layers', '3'];
  it.each([
    [[], 'Choose what to learn: one of --task, --text and --table.'],
    [['--task', 'anbn', '--batch', '0'], 'Batch 0 is too small: choose a whole number from 1 to 256'],
    [['--text', 'nothing.txt'], 'nothing.txt cannot be read'],
    [['--text', 'words.csv', '--level', 'wide'], 'A window is a whole number of timesteps, from 1 to 200, not NaN.'],
    [['--table', 'words.csv', '--column', 'b'], 'Row 3, column “b” holds “x”, which is not a number.'],
    [['--task', 'remember-first', ...large], 'is too large: choose a smaller batch, fewer units or a lower level.'],
    [['--task', 'anbn', '--out', '.'], '“.” cannot be written'],
    [['--task', 'anbn', '--out', 'words.csv/model.json'], '“words.csv/model.json” cannot be written'],
  ])('with %j says what to do, in a sentence', (given, sentence) => {
    writeFileSync(join(folder, 'words.csv'), 'a,b\n1,2\n2,x\n3,4\n');
    const { status, error } = train(...given);
    expect(status).toBe(1);
    expect(error).toContain(sentence);
    expect(error).not.toMatch(/^ +at /m);
  });
});
