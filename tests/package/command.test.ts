import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { csvParse } from 'd3-dsv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { openFile } from '../../src/io/openFile.ts';
import { opened } from '../../src/io/opening.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { type App, appWithPackage } from './packed.ts';

let app: App;
beforeAll(() => {
  app = appWithPackage();
});
afterAll(() => app.remove());

/** Runs the packed command as npx does. */
function gatescope(...args: readonly string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
} {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
  const file = join('node_modules/gatescope', bin.gatescope);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: app.folder,
    encoding: 'utf8',
  });
  return { status, out: stdout.trim(), error: stderr.trim() };
}

const momentIn = async (file: string) => {
  const read = await openFile(readFileSync(join(app.folder, file)), home, []);
  return read.kind === 'moment' ? read.moment : expect.unreachable(JSON.stringify(read));
};

const SHOWN = ['lstm', '--preset', 'remember-first', '--t', '3', '--stage', 'forget'];
const { moment: shown } = await opened('preset=remember-first&t=3&stage=forget', home);

test('a figure and a link of the same arguments open as the moment that they name', async () => {
  expect(gatescope('render', ...SHOWN, '-o', 'lstm.svg')).toEqual({ status: 0, out: 'lstm.svg', error: '' });
  expect(await momentIn('lstm.svg')).toEqual(shown);
  const { out } = gatescope('link', ...SHOWN, '--site', 'https://example.org/g');
  expect(out).toBe('https://example.org/g/#v=1&preset=remember-first&t=3&done=2');
  // what stands beside a link or a file wins
  expect(gatescope('link', '--link', out, '--t', '5').out).toBe('index.html#v=1&preset=remember-first&t=5&done=2');
  expect(gatescope('link', '--file', 'lstm.svg', '--parts', 'diagram').out).toBe(
    'embed.html#v=1&preset=remember-first&t=3&done=2&parts=diagram',
  );
});

test('strips over time are drawn in place of the diagram, of each run of a comparison, and open as the moment', async () => {
  const drawn = (...args: readonly string[]): readonly string[] => {
    expect(gatescope('render', ...args, '-o', 'strips.svg').error).toBe('');
    const text = readFileSync(join(app.folder, 'strips.svg'), 'utf8');
    return [...text.matchAll(/class="(run|strip)"/g)].map(([, name]) => name);
  };
  expect(new Set(drawn(...SHOWN, '--over-time', 'states'))).toEqual(new Set(['strip']));
  expect(await momentIn('strips.svg')).toEqual(shown);
  const all = cellOf(lstm).signals.length + 1;
  expect(drawn('lstm', '--text', 'banana', '--over-time', 'all')).toEqual(new Array(all).fill('strip'));
  expect(drawn('lstm', '--text', 'banana', '--beside', 'cell=gru', '--over-time', 'states')).toEqual([
    ...['run', 'strip', 'strip'],
    ...['run', 'strip'],
  ]);
});

test('the numbers are those of the page', async () => {
  gatescope('render', ...SHOWN, '-o', 'tape.json');
  gatescope('render', ...SHOWN, '-o', 'tape.csv');
  const { tape } = createDerive()(shown.inputs);
  const { signals } = JSON.parse(readFileSync(join(app.folder, 'tape.json'), 'utf8'));
  expect(signals.C[3]).toEqual([...tape.values('C', 3)]);
  const rows = csvParse(readFileSync(join(app.folder, 'tape.csv'), 'utf8'));
  expect(Number(rows[3]['C[1]'])).toBe(tape.values('C', 3)[0]);
});

test('weights of PyTorch read the rows beside them', () => {
  const state = { weight_ih_l0: [[0.5, -0.25]], weight_hh_l0: [[0.75]], bias_ih_l0: [0.125], bias_hh_l0: [0.25] };
  writeFileSync(join(app.folder, 'state.json'), JSON.stringify(state));
  const given = ['--file', 'state.json', '--rows', '1,2;0,1'];
  expect(gatescope('render', ...given, '--t', '2', '-o', 'state.csv').error).toBe('');
  const rows = csvParse(readFileSync(join(app.folder, 'state.csv'), 'utf8'));
  const first = Math.tanh(0.5 - 0.5 + 0.375);
  expect(Number(rows[1]?.['h[1]'])).toBeCloseTo(first, 14);
  expect(Number(rows[2]?.['h[1]'])).toBeCloseTo(Math.tanh(-0.25 + 0.75 * first + 0.375), 14);
  expect(gatescope('link', ...given).out).toContain('&rows=1,2;0,1');
  expect(gatescope('render', '--file', 'state.json', '-o', 'x.svg').error).toContain('for D = 2 inputs');
});

test('a table is read by the cell that is named, and a text too', () => {
  writeFileSync(join(app.folder, 'data.csv'), 'price,volume\n0.5,1\n-0.25,0\n1,1\n');
  expect(gatescope('link', 'gru', '--file', 'data.csv', '--t', '2').out).toBe(
    'index.html#v=1&cell=gru&columns=price,volume&rows=0.5,1;-0.25,0;1,1&t=2',
  );
  expect(gatescope('render', 'gru', '--file', 'data.csv', '--t', '2', '-o', 'data.json').error).toBe('');
  expect(JSON.parse(readFileSync(join(app.folder, 'data.json'), 'utf8')).signals.h).toHaveLength(4);
  writeFileSync(join(app.folder, 'words.txt'), 'banana');
  expect(gatescope('link', '--file', 'words.txt').out).toContain('text=banana');
});

test('a PNG says what it needs, and opens as well once that is there', async () => {
  expect(gatescope('render', ...SHOWN, '-o', 'lstm.png').error).toMatch(
    /npm install @resvg\/resvg-js, or write an \.svg/,
  );
  expect(existsSync(join(app.folder, 'lstm.png'))).toBe(false);
  mkdirSync(join(app.folder, 'node_modules/@resvg'));
  symlinkSync(resolve('node_modules/@resvg/resvg-js'), join(app.folder, 'node_modules/@resvg/resvg-js'), 'junction');
  expect(gatescope('render', ...SHOWN, '-o', 'lstm.png').error).toBe('');
  expect(await momentIn('lstm.png')).toEqual(shown);
});

test.each([
  [['render', 'lstm', '-o', 'x.bmp'], /ending must be one of \.svg/],
  [['render', 'lstm', '--size', 'poster', '-o', 'x.svg'], /--size is “poster”; it can be page, column or slide/],
  [['render', 'lstm', '--seconds', '0', '-o', 'x.gif'], /--seconds is “0”; it can be a number from 0\.05 to 60/],
  [['render', 'vanilla', '-o', 'x.svg'], /“cell” is not one of rnn, lstm/],
  [['render', '--t', '9', '--text', 'ab', '-o', 'x.svg'], /“t” is 9, but the sequence has 2 timesteps/],
  [['render', '--letters', 'no', '-o', 'x.svg'], /--letters is “no”; it can be on or off/],
  [['render', '--over-time', 'some', '-o', 'x.svg'], /--over-time is “some”; it can be off, states or all/],
  [['render', '--over-time', 'all', '-o', 'x.gif'], /An animation shows the diagram: leave out --over-time/],
  [['render', '--file', 'none.svg'], /none\.svg cannot be read/],
  [['link', '--parts', 'diagrams'], /--parts names “diagrams”/],
  [['render', '--t', '9', '--text', 'ab', '-o', 'x.svg'], /has 2 timesteps\.$/],
  [['link', '--site', 'a.b/c'], /--site is “a\.b\/c”; it has to be a full address/],
  [['draw'], /There is no command “draw”\. gatescope --help/],
  [['render', '--bias', '1'], /Unknown option '--bias'/],
])('%j ends with a sentence, and writes nothing', (args, sentence) => {
  const { status, out, error } = gatescope(...args);
  expect(error).toMatch(sentence);
  expect(error).not.toContain('    at ');
  expect([status, out]).toEqual([1, '']);
  expect(existsSync(join(app.folder, 'x.svg'))).toBe(false);
});
