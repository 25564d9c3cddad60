import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf } from '../../../src/cell/cell.ts';
import { sizesOf } from '../../../src/cell/sizes.ts';
import { lstm } from '../../../src/cells/lstm.ts';
import { rnn } from '../../../src/cells/rnn.ts';
import { slstm } from '../../../src/cells/slstm.ts';
import { blocksOf, restingOf } from '../../../src/components/timeline/blocks.ts';
import {
  type Columns,
  columnCount,
  columnOf,
  fittingWidth,
  nameEvery,
  rowAt,
  rowHeightOf,
  scrollTo,
  timestepAt,
  timestepsOf,
  visibleColumns,
  zoomsOf,
} from '../../../src/components/timeline/columns.ts';
import { axisOf, lineOf } from '../../../src/components/timeline/line.ts';
import { pooled, tileColumns, tileOf } from '../../../src/components/timeline/tile.ts';
import { orderOf, unitsOf } from '../../../src/components/timeline/unitOrder.ts';
import { compile } from '../../../src/engine/program.ts';
import { Tape } from '../../../src/engine/tape.ts';
import { colourOf, tableOf } from '../../../src/theme/colour.ts';

/** A tape whose signal h holds exactly these rows, one a unit. */
function tapeWith(rows: readonly (readonly number[])[]): Tape {
  const program = compile(cellOf(lstm), sizesOf(1, rows.length));
  const T = rows[0].length;
  const tape = new Tape(program, {}, new Float64Array((T + 1) * program.frameSize), T);
  for (let t = 1; t <= T; t++) tape.values('h', t).set(rows.map((row) => row[t - 1]));
  return tape;
}

const zoom = fc.constantFrom(...zoomsOf(28, 100, 500));

describe('the strips at a glance', () => {
  it.each([
    [rnn, ['h']],
    [lstm, ['C', 'h']],
    [slstm, ['C', 'h']],
  ])('of $id are the memory and the output', (declaration, strips) => {
    const cell = cellOf(declaration);
    expect(restingOf(cell, blocksOf(cell))).toEqual(strips);
  });
});

describe('columns', () => {
  it('hold each timestep exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), zoom, (T, columns) => {
        const seen = Array.from({ length: columnCount(T, columns) }, (_, c) => {
          const [first, last] = timestepsOf(c, T, columns);
          return Array.from({ length: last - first + 1 }, (__, k) => first + k);
        }).flat();
        expect(seen).toEqual(Array.from({ length: T }, (_, k) => k + 1));
      }),
    );
  });

  it('are found again from a pixel inside them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20000 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        zoom,
        (t, share, columns) => {
          const column = columnOf(t, columns);
          const hit = timestepAt((column + share) * columns.width, 20000, columns);
          expect(hit).toBe(timestepsOf(column, 20000, columns)[0]);
        },
      ),
    );
    expect(timestepAt(-1, 10, { width: 28, bin: 1 })).toBeNull();
    expect(timestepAt(280.5, 10, { width: 28, bin: 1 })).toBeNull();
    expect(rowAt(-0.1, 4, 10)).toBeNull();
    expect(rowAt(39.9, 4, 10)).toBe(3);
    expect(rowAt(40, 4, 10)).toBeNull();
  });

  it('grow into the room, and narrow a little where that shows the last one whole', () => {
    expect(fittingWidth(66, 84, 1200, 10)).toBe(84);
    expect(fittingWidth(66, 84, 720, 10)).toBe(72);
    expect(fittingWidth(66, 84, 654, 10)).toBe(65);
    expect(fittingWidth(66, 84, 500, 10)).toBe(50);
    expect(fittingWidth(66, 84, 490, 10)).toBe(66);
    expect(fittingWidth(66, 84, 500, 0)).toBe(84);
    expect(fittingWidth(30, 84, 0, 0)).toBe(30);
  });

  it('narrow until all timesteps fill the room at once, and no further', () => {
    expect(zoomsOf(84, 840, 10)).toEqual([{ width: 84, bin: 1 }]);
    expect(zoomsOf(84, 850, 200)).toEqual([84, 14, 6, 4].map((width) => ({ width, bin: 1 })));
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 2000 }), fc.integer({ min: 1, max: 800 }), (room, T) => {
        const whole = (columns: Columns): number => columnCount(T, columns) * columns.width;
        const zooms = zoomsOf(60, room, T);
        expect(zooms.slice(0, -1).every((columns) => whole(columns) > room)).toBe(true);
        expect(whole(zooms[zooms.length - 1])).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('in sight are those the window touches, and a column that is scrolled to is in sight', () => {
    expect(visibleColumns(0, 100, 50, { width: 28, bin: 1 })).toEqual([0, 4]);
    expect(visibleColumns(28, 56, 50, { width: 28, bin: 1 })).toEqual([1, 3]);
    expect(visibleColumns(0, 1e6, 50, { width: 2, bin: 4 })).toEqual([0, 13]);
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(100000), zoom, (column, left, columns) => {
        const to = scrollTo(column, left, 300, columns) ?? left;
        expect(column * columns.width).toBeGreaterThanOrEqual(to);
        expect((column + 1) * columns.width).toBeLessThanOrEqual(to + 300);
      }),
    );
  });

  it('too narrow for tokens are numbered in round steps', () => {
    expect(nameEvery({ width: 14, bin: 1 })).toBe(5);
    expect(nameEvery({ width: 2, bin: 4 }) * 4).toBe(200);
    expect(rowHeightOf(512)).toBe(1);
    expect(rowHeightOf(4)).toBe(11);
  });
});

describe('tiles', () => {
  it('hold the colour of each value, with units in the given order', () => {
    const tape = tapeWith([
      [0.5, -0.25],
      [-1, 2],
      [0, Number.NaN],
    ]);
    const tile = tileOf(tape, 'h', [2, 0, 1], tableOf('signed', false), { width: 28, bin: 1 }, 0);
    const colour = (column: number, row: number): string =>
      `rgb(${[...tile.rgba.subarray(4 * (row * tile.columns + column), 4 * (row * tile.columns + column) + 3)].join(', ')})`;
    expect([colour(0, 0), colour(0, 1), colour(0, 2)]).toEqual([0, 0.5, -1].map((v) => colourOf('signed', v, false)));
    expect([colour(1, 0), colour(1, 1), colour(1, 2)]).toEqual(
      [Number.NaN, -0.25, 2].map((v) => colourOf('signed', v, false)),
    );
    expect(tile.broken).toEqual([1, 0]);
  });

  it('cover the sequence and stop at its end', () => {
    const tape = tapeWith([Array.from({ length: tileColumns + 3 }, (_, k) => k)]);
    const widths = [0, 1, 2].map(
      (i) => tileOf(tape, 'h', [0], tableOf('signed', true), { width: 28, bin: 1 }, i).columns,
    );
    expect(widths).toEqual([tileColumns, 3, 0]);
  });

  it('pool by the mean, and show a bad value whatever is beside it', () => {
    expect(pooled(tapeWith([[1, 2, 6]]), 'h', 0, 1, 3)).toBe(3);
    expect(pooled(tapeWith([[1, Number.NaN, 6]]), 'h', 0, 1, 3)).toBeNaN();
  });
});

describe('the order of units', () => {
  const tape = tapeWith([
    [0, 0, 0, 0],
    [3, -3, 3, -3],
    [1, 1, 1, 1.5],
    [-2, 2.1, -2, 2],
  ]);
  it('follows mean and variance, highest first, ties by number', () => {
    expect(orderOf(tape, 'h', 'index')).toEqual([0, 1, 2, 3]);
    expect(orderOf(tape, 'h', 'mean')).toEqual([2, 3, 0, 1]);
    expect(orderOf(tape, 'h', 'variance')).toEqual([1, 3, 2, 0]);
  });

  it('by similarity puts units that move together on one side and those that move against them on the other', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 12 }), (signs) => {
        const wave = [0.1, 0.9, -0.4, 0.7, -0.8, 0.2];
        const order = orderOf(tapeWith(signs.map((up) => wave.map((v) => (up ? v : -v)))), 'h', 'similarity');
        const sides = order.map((unit) => signs[unit]);
        const changes = sides.slice(1).filter((side, k) => side !== sides[k]).length;
        expect(changes).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is a permutation even where values are not finite', () => {
    const bad = tapeWith([
      [Number.NaN, 1],
      [2, 3],
      [Number.POSITIVE_INFINITY, 0],
      [5, 4],
    ]);
    for (const order of ['mean', 'variance', 'similarity'] as const) {
      expect([...orderOf(bad, 'h', order)].sort()).toEqual([0, 1, 2, 3]);
      expect(orderOf(bad, 'h', order).slice(2)).toContain(0);
    }
  });
});

describe('a list of units', () => {
  it('takes numbers and ranges, in either direction, within bounds', () => {
    expect(unitsOf('1–3, 9', 10)).toEqual([0, 1, 2, 8]);
    expect(unitsOf('4-2;2 99', 10)).toEqual([1, 2, 3]);
  });
  it('means all units when it names none', () => {
    for (const text of ['', 'abc', '0', '77', '1e9-']) expect(unitsOf(text, 10)).toBeNull();
  });
});

describe('the line of a unit', () => {
  it('passes through every value and breaks where one is missing', () => {
    const tape = tapeWith([[1, -2, Number.NaN, 0.5]]);
    expect(lineOf(tape, 'h', 0, { width: 10, bin: 1 }, [0, 4])).toEqual([
      [
        { x: 5, low: 1, high: 1 },
        { x: 15, low: -2, high: -2 },
      ],
      [{ x: 35, low: 0.5, high: 0.5 }],
    ]);
  });
  it('spans least to greatest in a pooled column, so that no peak is lost', () => {
    const [[point]] = lineOf(tapeWith([[0, 7, -3, 1]]), 'h', 0, { width: 2, bin: 4 }, [0, 1]);
    expect(point).toEqual({ x: 1, low: -3, high: 7 });
  });
  it('has a round axis that holds all values', () => {
    expect(axisOf(tapeWith([[0.1, -0.2]]), 'h', 0, 'signed')).toEqual([-1, 1]);
    expect(axisOf(tapeWith([[3.2, -0.2]]), 'h', 0, 'signed')).toEqual([-5, 5]);
    expect(axisOf(tapeWith([[0.3]]), 'h', 0, 'gate')).toEqual([0, 1]);
  });
});
