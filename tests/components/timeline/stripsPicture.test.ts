import { expect, test } from 'vitest';
import { type FigureOptions, figureSvg, figureTikz } from '../../../src/components/share/figureFile.ts';
import { heightOf, PAGE_HIGH } from '../../../src/components/share/figureSizes.ts';
import { fitsFigure, stripsFigureOf } from '../../../src/components/share/stripsFigure.ts';
import { momentStrips } from '../../../src/components/timeline/momentStrips.ts';
import type { ShownStrips } from '../../../src/components/timeline/shownStrips.ts';
import type { Shape } from '../../../src/figure/shape.ts';
import { figureKeys } from '../../../src/io/figure.ts';
import { opened } from '../../../src/io/opening.ts';
import { home } from '../../../src/presets/index.ts';
import { createDerive } from '../../../src/store/derive.ts';
import { createIntervene } from '../../../src/store/intervened.ts';
import { colourOf } from '../../../src/theme/colour.ts';
import { stripsOf } from './shownStrips.ts';

async function figureOfStrips(hash: string, other: Partial<ShownStrips> = {}, options: Partial<FigureOptions> = {}) {
  const { moment, notices } = await opened(hash, home);
  expect(notices).toEqual([]);
  const derived = createDerive(undefined, () => createIntervene())(moment.inputs);
  const strips = stripsOf(derived, moment, other);
  return {
    derived,
    moment,
    strips,
    figure: stripsFigureOf([strips], derived, moment, null, { ground: 'print', ...options }),
  };
}

const inside = (shape: Shape): readonly Shape[] => [
  shape,
  ...shape.children.flatMap((child) => (typeof child === 'string' ? [] : inside(child))),
];
const named = (shape: Shape, name: string): readonly Shape[] =>
  inside(shape).filter(({ attributes }) => attributes.class === name);
const textsOf = (shape: Shape): readonly string[] =>
  inside(shape).flatMap(({ tag, children }) => (tag === 'text' ? children.filter((c) => typeof c === 'string') : []));

/** The colours of a strip's cells as they are placed: rows from top to bottom, columns from left to right. */
function coloursIn(strip: Shape, name: string, width: number): readonly (readonly string[])[] {
  const cells = named(strip, name)
    .flatMap(inside)
    .flatMap(({ attributes: { d, stroke } }) =>
      [...String(d ?? '').matchAll(/M([\d.]+),([\d.]+)h([\d.]+)/g)].map(([, x, y, w]) => ({
        x: +x,
        y: +y,
        w: +w,
        stroke: String(stroke),
      })),
    )
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const heights = [...new Set(cells.map(({ y }) => y))];
  const rows = heights.map((height) => cells.filter(({ y }) => y === height));
  return rows.map((row) =>
    row.flatMap(({ w, stroke }) => new Array<string>(Math.max(1, Math.round(w / width))).fill(stroke)),
  );
}

test('every cell of every strip has the colour of its number, and what is still to come is pale', async () => {
  const { figure, derived, strips } = await figureOfStrips('cell=lstm&text=banana&units=4&t=4&stage=forget&seed=3');
  const drawn = named(figure.picture.root, 'strip');
  expect(drawn).toHaveLength(1 + derived.cell.signals.length);
  for (const [k, { id, kind }] of strips.blocks.entries()) {
    // the stage Forget is computed at timestep 4, the others are not
    const computed = k < 3 ? 4 : 3;
    const rowsOf = (from: number, to: number): readonly (readonly string[])[] =>
      Array.from({ length: derived.tape.slot(id).size }, (_, unit) =>
        Array.from({ length: to - from }, (_, t) => colourOf(kind, derived.tape.values(id, from + t + 1)[unit], false)),
      );
    expect(coloursIn(drawn[k], 'cells', 1000), id).toEqual(rowsOf(0, computed));
    expect(coloursIn(drawn[k], 'future', 1000), id).toEqual(rowsOf(computed, 6));
    expect(named(drawn[k], 'future')[0].attributes.opacity).toBe(0.3);
  }
  expect(figure.title).toBe('LSTM over time, at timestep 4 of 6');
  expect(figure.description).toMatch(
    /^Over 6 timesteps: input, forget gate, .*hidden state\. Timestep 4 of 6, “a”, forget: /,
  );
  const texts = textsOf(figure.picture.root);
  expect(texts.slice(0, 7)).toEqual(['timestep', '1', '2', '3', '4', '5', '6']);
  expect(texts.slice(7, 14)).toEqual(['reads', ...'banana']);
  expect(named(figure.picture.root, 'legend')).toHaveLength(2);
});

test('a long sequence is one row of narrow columns, whose neighbours of one colour are one piece', async () => {
  const rows = '1;1;1;-1;'.repeat(60).slice(0, -1);
  const { figure, derived } = await figureOfStrips(`cell=gru&rows=${rows}&units=16&t=240`, {
    folded: true,
    height: 44,
  });
  const [strip, ...others] = named(figure.picture.root, 'strip');
  expect(others).toEqual([]);
  expect(coloursIn(strip, 'cells', 3)).toEqual(
    Array.from({ length: 16 }, (_, unit) =>
      Array.from({ length: 240 }, (_, t) => colourOf('signed', derived.tape.values('h', t + 1)[unit], false)),
    ),
  );
  expect(named(strip, 'future')).toEqual([]);
  expect(textsOf(figure.picture.root).slice(0, 3)).toEqual(['timestep', '1', '20']);
});

/** The texts of a figure row by row, from left to right. */
function linesOf(root: Shape): readonly (readonly string[])[] {
  const texts = inside(root).filter(({ tag }) => tag === 'text');
  const heights = [...new Set(texts.map(({ attributes }) => Number(attributes.y)))].sort((a, b) => a - b);
  return heights.map((height) =>
    texts
      .filter(({ attributes }) => Number(attributes.y) === height)
      .sort((a, b) => Number(a.attributes.x) - Number(b.attributes.x))
      .map(({ children }) => String(children[0])),
  );
}

test('every letter of a long text stands over its strips, and every row begins with the number of its timestep', async () => {
  const text = 'the quick brown fox jumps over the lazy dog and the cat sleeps in the warm sun all day long';
  const { figure } = await figureOfStrips(
    `cell=gru&text=${text}&units=4&t=91`,
    { folded: true, height: 44 },
    { size: 'column' },
  );
  const lines = linesOf(figure.picture.root);
  const rowsNamed = (name: string): readonly (readonly string[])[] =>
    lines.filter(([first]) => first === name).map(([, ...rest]) => rest);
  expect(rowsNamed('reads').flat().join('')).toBe(text.replaceAll(' ', '␣'));
  expect(rowsNamed('timestep')).toEqual([
    ['1', '10', '20', '30'],
    ['37', '50', '60', '70'],
    ['73', '80', '90'],
  ]);
});

test('a text whose letters have no room is read from each named timestep on', async () => {
  const { figure } = await figureOfStrips(
    `cell=gru&text=${'abcd'.repeat(300)}&units=2&t=9`,
    { folded: true, height: 44 },
    { size: 'column' },
  );
  const reads = linesOf(figure.picture.root).filter(([first]) => first === 'reads');
  expect(reads).toHaveLength(named(figure.picture.root, 'strip').length);
  for (const [, ...some] of reads) expect(some[0]).toMatch(/^(abc|bcd|cda|dab).*…$/);
  // the last row is short
  for (const [, ...some] of reads.slice(0, -1)) expect(some.length).toBeGreaterThan(2);
});

test('some numbers and dates stand over a long table, whole and within the picture', async () => {
  const values = Array.from({ length: 30 }, (_, k) => 99.6 + k);
  const dates = values.map((_, k) => `2024-03-${String(k + 1).padStart(2, '0')}`);
  const { derived } = await figureOfStrips(`cell=gru&rows=${values.join(';')}&units=2&t=30`);
  const { figure } = await figureOfStrips(
    `cell=gru&rows=${values.join(';')}&units=2&t=30`,
    { folded: true, height: 44, encoded: { ...derived.encoded, labels: dates } },
    { size: 'column' },
  );
  const lines = linesOf(figure.picture.root);
  expect(lines[0]).toEqual(['timestep', '1', '10', '20', '30']);
  expect(lines[1].slice(0, 4)).toEqual(['reads', ...[0, 9, 19].map((k) => derived.encoded.tokens[k])]);
  expect(lines[2]).toEqual(['label', '2024-03-01', '2024-03-10', '2024-03-20']);
  for (const text of lines[1].slice(1)) expect(derived.encoded.tokens).toContain(text);
  const wide = await figureOfStrips(`cell=gru&rows=${values.slice(0, 5).join(';')}&units=2&t=5`, {
    encoded: { ...derived.encoded, tokens: derived.encoded.tokens.slice(0, 5), labels: dates.slice(0, 5) },
  });
  expect(linesOf(wide.figure.picture.root)).toContainEqual(['label', ...dates.slice(0, 5)]);
});

test('answers have the signs of the page: not asked, asked, right, wrong, and the right one', async () => {
  const marks = [null, { right: true, expected: 'a' }, { right: false, expected: 'b' }, { right: true, expected: '$' }];
  const { figure } = await figureOfStrips('preset=trained-anbn-lstm&text=aabb&t=3', { marks });
  const answers = named(figure.picture.root, 'answer').map(textsOf);
  expect(answers).toEqual([['·'], ['✓ a'], [expect.stringMatching(/^✗ [ab$]$/), '→b'], ['?']]);
});

test('rows have the names of their inputs and outputs, and the numbers of their units', async () => {
  const { figure } = await figureOfStrips('cell=lstm&text=banana&units=4&t=6');
  const strips = named(figure.picture.root, 'named-strip').map(textsOf);
  expect(strips[0].slice(-3)).toEqual(['b', 'a', 'n']);
  expect(strips[1].slice(-4)).toEqual(['1', '2', '3', '4']);
  // where rows are lower than digits, every second or third one is numbered
  const many = await figureOfStrips('cell=lstm&text=banana&units=16&t=6', { height: 66 });
  expect(named(many.figure.picture.root, 'named-strip').map(textsOf)[1].slice(-6)).toEqual([
    '1',
    '4',
    '7',
    '10',
    '13',
    '16',
  ]);
  const lines = await figureOfStrips('cell=lstm&text=banana&units=4&t=6&unit=3', { lines: true });
  const [x, f] = named(lines.figure.picture.root, 'named-strip').map(textsOf);
  expect(x).toContain('“n”');
  expect(f).toContain('unit\u00a04');
});

test('tokens that fill more than a row are wrapped, and nothing leaves the picture', async () => {
  const { figure } = await figureOfStrips(
    'cell=rnn&text=it rains and rains again&units=2&t=20',
    {},
    { size: 'column' },
  );
  const [, , width, height] = figure.picture.viewBox;
  expect(named(figure.picture.root, 'token').flatMap(textsOf)).toHaveLength(24);
  const rects = inside(figure.picture.root).filter(({ tag }) => tag === 'rect');
  for (const { attributes: a } of rects) {
    expect(Number(a.x)).toBeGreaterThanOrEqual(0);
    expect(Number(a.x) + Number(a.width)).toBeLessThanOrEqual(width);
    expect(Number(a.y) + Number(a.height)).toBeLessThanOrEqual(height);
  }
});

test('the line of a unit goes through its numbers', async () => {
  const { figure, derived, strips } = await figureOfStrips('cell=lstm&text=banana&units=4&t=4&unit=2', { lines: true });
  const drawn = named(figure.picture.root, 'strip');
  for (const [k, { id, kind }] of strips.blocks.entries()) {
    const paths = inside(drawn[k]).map(({ attributes }) => String(attributes.d ?? ''));
    const levels = paths.flatMap((d) => (/^M[\d.]+,([\d.]+)h/.exec(d) ?? []).slice(1)).map(Number);
    const [top, bottom] = [Math.min(...levels), Math.max(...levels)];
    const [low, high] = kind === 'gate' ? [0, 1] : [-1, 1];
    const line = inside(named(drawn[k], 'cells')[0]).find(({ tag }) => tag === 'path');
    const heights = [...String(line?.attributes.d).matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, , y]) => Number(y));
    // at timestep 4 every stage is done
    expect(heights, id).toHaveLength(4);
    const unit = Math.min(strips.selection.unit, derived.tape.slot(id).size - 1);
    for (const [t, y] of heights.entries())
      expect(low + ((bottom - y) / (bottom - top)) * (high - low), `${id} ${t}`).toBeCloseTo(
        derived.tape.values(id, t + 1)[unit],
        3,
      );
  }
  expect(named(figure.picture.root, 'legend')).toEqual([]);
});

test('what is pale is told, and nothing where all is computed', async () => {
  const NOTE = 'Pale: still to come.';
  const half = await figureOfStrips('cell=lstm&text=banana&units=4&t=4');
  const note = inside(half.figure.picture.root).find(({ children }) => children[0] === NOTE);
  const lowest = Math.max(
    ...named(half.figure.picture.root, 'strip')
      .flatMap(inside)
      .flatMap(({ attributes: { d } }) => [...String(d ?? '').matchAll(/M[\d.]+,([\d.]+)/g)].map(([, y]) => Number(y))),
  );
  expect(Number(note?.attributes.y)).toBeGreaterThan(lowest + 10);
  const whole = await figureOfStrips('cell=lstm&text=banana&units=4&t=6');
  expect(textsOf(whole.figure.picture.root)).not.toContain(NOTE);
  // at the last timestep a stage may still be to come
  const within = await figureOfStrips('cell=lstm&text=banana&units=4&t=6&stage=forget', { computed: 5 });
  expect(textsOf(within.figure.picture.root)).toContain(NOTE);
});

test('strips as lines have the key of the colours that their answers have, and room between their limits', async () => {
  const { figure } = await figureOfStrips('preset=trained-anbn-lstm&t=14', { lines: true });
  expect(named(figure.picture.root, 'legend').map((key) => textsOf(key).includes('Gate'))).toEqual([true]);
  const limits = named(figure.picture.root, 'strip').map((strip) =>
    inside(strip)
      .filter(({ tag }) => tag === 'text')
      .map(({ attributes }) => Number(attributes.y)),
  );
  for (const [k, [top]] of limits.slice(1, -1).entries()) expect(top - limits[k][1]).toBeGreaterThan(22);
});

test('runs that are compared stand one below the other under their names, in the same columns', async () => {
  const [long, short] = await Promise.all([
    figureOfStrips('cell=lstm&text=it rains and rains again&units=2&t=24'),
    figureOfStrips('cell=gru&text=it rains&units=2&t=8'),
  ]);
  const lettered = (of: typeof long, letter: string, ended: boolean) =>
    momentStrips(of.derived, of.moment, null, { letter, ended });
  const runs = [lettered(long, 'A', false), lettered(short, 'B', true)];
  const { picture, title, description } = stripsFigureOf(runs, long.derived, long.moment, null, { ground: 'print' });
  expect(named(picture.root, 'run').map(textsOf)).toEqual([
    ['A', 'LSTM'],
    ['B', 'GRU, ended at t = 8'],
  ]);
  expect(title).toBe('LSTM (A), GRU (B) over time, at timestep 24 of 24');
  expect(description).toMatch(/^A, LSTM, over 24 timesteps: .* B, GRU, over 8 timesteps: hidden state\. /);
  const strips = named(picture.root, 'strip');
  expect(strips).toHaveLength(3);
  const columns = new Set(
    strips
      .flatMap(inside)
      .flatMap(({ attributes: { d } }) => [...String(d ?? '').matchAll(/h([\d.]+)/g)].map(([, w]) => w)),
  );
  expect(columns.size).toBe(1);
  // no timestep of a run that has ended is the present one
  expect(named(picture.root, 'now')).toHaveLength(1);
  expect(textsOf(picture.root)).not.toContain('Pale: still to come.');
});

test('a figure higher than a page is told from others', async () => {
  const tall = await figureOfStrips(`cell=lstm&text=${'abcd'.repeat(300)}&units=2&t=9`, {}, { size: 'column' });
  expect(heightOf(tall.figure)).toBeGreaterThan(PAGE_HIGH);
  const low = await figureOfStrips('cell=lstm&text=banana&units=2&t=4', {}, { size: 'column' });
  expect(heightOf(low.figure)).toBeLessThan(PAGE_HIGH);
  expect(heightOf(low.figure)).toBe(Math.round((84 * low.figure.picture.viewBox[3]) / 440));
});

test('values that are guessed are not in it', async () => {
  const { figure } = await figureOfStrips('cell=lstm&text=banana&units=4&t=2', { hidesFuture: true, answers: null });
  expect(named(figure.picture.root, 'future')).toEqual([]);
  for (const strip of named(figure.picture.root, 'strip'))
    for (const row of coloursIn(strip, 'cells', 1000)) expect(row).toHaveLength(2);
});

test('a file of it opens as the moment, and LaTeX has its cells', async () => {
  const { figure, moment } = await figureOfStrips('cell=gru&text=banana&units=2&t=3&seed=8');
  const keys = figureKeys(await figureSvg(figure));
  expect(keys.ok && keys.keys).toMatchObject({ cell: 'gru', text: 'banana', units: '2', t: '3', seed: '8' });
  expect(moment.cursor.t).toBe(3);
  expect(figureTikz(figure).match(/svg \{M/g)?.length).toBeGreaterThan(20);
});

test('strips of more numbers than a figure takes are told apart', async () => {
  const { strips } = await figureOfStrips('cell=lstm&text=banana&units=4');
  const encoded = { ...strips.encoded, tokens: new Array<string>(20_000).fill('a') };
  expect(fitsFigure([strips])).toBe(true);
  expect(fitsFigure([{ ...strips, encoded }])).toBe(false);
  expect(fitsFigure([{ ...strips, encoded, lines: true }])).toBe(true);
});

test('a strip of answers names its rows from the top down', async () => {
  const { figure, strips } = await figureOfStrips('preset=trained-anbn-lstm&t=14');
  expect(strips.answers?.names).toEqual(['a', 'b', '$']);
  const rows = named(figure.picture.root, 'named-strip').map(textsOf);
  expect(rows.at(-1)).toEqual(['answer', 'a', 'b', '$']);
});
