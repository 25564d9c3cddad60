import { expect, test } from 'vitest';
import { type FigureOptions, figureSvg, figureTikz } from '../../../src/components/share/figureFile.ts';
import { fitsFigure, stripsFigureOf } from '../../../src/components/share/stripsFigure.ts';
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
    figure: stripsFigureOf(strips, derived, moment, null, { ground: 'print', ...options }),
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
  const text = 'aaab'.repeat(60);
  const { figure, derived } = await figureOfStrips(`cell=gru&text=${text}&units=16&t=240`, {
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
  expect(textsOf(figure.picture.root).slice(0, 3)).toEqual(['timestep', '1', '21']);
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
  const tokens = new Array<string>(20_000).fill('a');
  expect(fitsFigure(strips)).toBe(true);
  expect(fitsFigure({ ...strips, tokens })).toBe(false);
  expect(fitsFigure({ ...strips, tokens, lines: true })).toBe(true);
});

test('a strip of answers names its rows from the top down, where the names fit', async () => {
  const { figure, strips } = await figureOfStrips('preset=trained-anbn-lstm&t=14');
  expect(strips.answers?.names).toEqual(['a', 'b', '$']);
  expect(textsOf(figure.picture.root)).toContain('answer: a, b, $');
  const many = await figureOfStrips('preset=trained-anbn-lstm&t=14', {
    answers: strips.answers && { ...strips.answers, names: ['the first of them', 'another one', 'and a third'] },
  });
  expect(textsOf(many.figure.picture.root)).toContain('answer');
});
