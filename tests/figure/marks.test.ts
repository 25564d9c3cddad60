import { expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { mainCells } from '../../src/cells/index.ts';
import { isNewWire } from '../../src/figure/change.ts';
import { lanesOf } from '../../src/figure/lanes.ts';
import { measures, type Pixel } from '../../src/figure/measures.ts';
import { attributesOf, type PictureState, pooled } from '../../src/figure/paint.ts';
import { pictureOf } from '../../src/figure/picture.ts';
import { ribbonShapes } from '../../src/figure/ribbon.ts';
import { sceneOf } from '../../src/figure/scene.ts';
import { cssPalette, type Shape } from '../../src/figure/shape.ts';
import type { Wire } from '../../src/figure/wires.ts';
import { everyScene } from './everyScene.ts';

const ref = { kind: 'signal', id: 'f' } as const;
const stateOf = (value: number): PictureState => ({
  read: () => [value],
  head: 9,
  unit: 0,
  stage: null,
  lit: new Set(),
  inputs: new Set(),
  token: () => null,
  colour: () => '',
});

/** The upper and lower edge of a bar in a box from 100 to 120. */
function edgesOf(value: number, gate: boolean): [number, number] {
  const bind = { kind: 'bar', ref, shift: 0, cover: [], lane: 0, lanes: 1, top: 100, height: 20, gate } as const;
  const { y, height } = attributesOf(bind, stateOf(value));
  return [Number(y), Number(y) + Number(height)];
}

test('a bar of a signed value begins in the middle: up for positive values, down for negative ones', () => {
  expect(edgesOf(0.5, false)).toEqual([105, 110]);
  expect(edgesOf(-0.5, false)).toEqual([110, 115]);
  expect(edgesOf(7, false)).toEqual([100, 110]);
  expect(edgesOf(-7, false)).toEqual([110, 120]);
});

test('a bar of a gate begins at the bottom', () => {
  expect(edgesOf(0.5, true)).toEqual([110, 120]);
  expect(edgesOf(1, true)).toEqual([100, 120]);
});

test('what comes from the timestep before runs into the cell without a seam at its edge', () => {
  for (const { name, scene } of everyScene)
    for (const { id, net, points, joints } of scene.wires)
      if (net.startsWith('prev.') && points[0].x === 0) expect(joints[0], `${name}: ${id}`).toBe('on');
});

test('every other end of a wire is straight on only where another stretch of its vector continues it', () => {
  for (const { name, scene } of everyScene) {
    const { wires } = scene;
    for (const wire of wires) {
      const end = wire.points[wire.points.length - 1];
      const goesOn = wires.some(
        (other) =>
          other !== wire && other.net === wire.net && other.points[0].x === end.x && other.points[0].y === end.y,
      );
      if (wire.joints[1] !== 'end') expect(goesOn, `${name}: ${wire.id}`).toBe(true);
    }
  }
});

test('a wire is new only if everything it leads to is', () => {
  const wire = (...signals: string[]): Wire => ({
    id: 'f#0',
    net: 'f',
    refs: [ref],
    points: [],
    target: null,
    reveals: [],
    joints: ['end', 'end'],
    ends: signals.map((signal) => ({ kind: 'node', signal })),
  });
  const novelty = { signals: new Set<string>(), arguments: new Set(['f → i']) };
  expect(isNewWire(wire('i'), novelty)).toBe(true);
  expect(isNewWire(wire('i', 'kept'), novelty)).toBe(false);
  expect(isNewWire({ ...wire('i'), ends: [...wire('i').ends, { kind: 'output' }] }, novelty)).toBe(false);
  expect(isNewWire(wire(), novelty)).toBe(false);
});

/** All texts in a picture. */
const textsOf = (shape: Shape): string[] =>
  shape.children.flatMap((child) => (typeof child === 'string' ? [child] : textsOf(child)));

test('the picture says how many units a lane stands for, and that many are in the largest pool', () => {
  const cell = cellOf(mainCells[1]);
  for (const units of [16, 17, 32, 40, 64]) {
    const { root } = pictureOf(sceneOf(cell), {
      zoom: 'lanes',
      palette: cssPalette,
      sizeOf: () => units,
      neighbours: [0, 0],
    });
    const lanes = lanesOf([ref], () => units, measures.ribbon);
    expect(lanes).toHaveLength(units === 16 ? 16 : 8);
    const pools = lanes.map(({ lane, lanes: count }) =>
      // the units that a lane would show if each were the largest
      Array.from({ length: units }, (_, unit) =>
        pooled(
          Array.from({ length: units }, (_, k) => (k === unit ? 1 : 0)),
          lane,
          count,
          0,
        ),
      ).reduce((sum, shown) => sum + shown, 0),
    );
    expect(pools.reduce((sum, size) => sum + size, 0)).toBe(units);
    const note = textsOf(root).find((text) => text.includes('units'));
    if (units === 16) expect(note).toBeUndefined();
    else {
      const count = `${units % 8 === 0 ? '' : 'up to '}${Math.max(...pools)}`;
      expect(note).toBe(`${units} units: each lane shows the strongest of ${count}`);
    }
  }
});

/** The first and the last point of a path. */
function endsOf(d: string): readonly [readonly number[], readonly number[]] {
  const numbers = (d.match(/-?\d+(\.\d+)?(e-\d+)?/g) ?? []).map(Number);
  return [numbers.slice(0, 2), numbers.slice(-2)];
}

/** Signed distance of a point to the left of the line from `a` to `b`. */
const leftOf = (point: readonly number[], a: Pixel, b: Pixel): number =>
  ((b.y - a.y) * (point[0] - a.x) - (b.x - a.x) * (point[1] - a.y)) / Math.hypot(b.x - a.x, b.y - a.y);

test('unit 1 runs at the left of the direction on every wire, from its first stretch to its last', () => {
  for (const { name, scene } of everyScene)
    for (const wire of scene.wires.filter(({ refs }) => refs.length === 1)) {
      const shapes = ribbonShapes(wire, { zoom: 'lanes', palette: cssPalette, sizeOf: () => 4 });
      const lanes = shapes.filter(({ binds }) => binds.some(({ kind }) => kind === 'lane'));
      const [a, b] = wire.points;
      const [y, z] = wire.points.slice(-2);
      for (const [unit, { attributes }] of lanes.entries()) {
        const [first, last] = endsOf(String(attributes.d));
        expect(leftOf(first, a, b), `${name}: ${wire.id}`).toBeCloseTo(9 - 6 * unit, 6);
        expect(leftOf(last, y, z), `${name}: ${wire.id}`).toBeCloseTo(9 - 6 * unit, 6);
      }
    }
});

test('the lane of the selected unit is drawn once more, wider, in its own place and colour', () => {
  const paths = ['M0,1', 'M0,2', 'M0,3'];
  const chosen = (unit: number, values: readonly number[]) =>
    attributesOf(
      { kind: 'chosen', ref, shift: 0, cover: [], paths },
      { ...stateOf(0), unit, read: () => values, colour: (_, value) => `${value}` },
    );
  expect(chosen(1, [5, 6, 7])).toEqual({ d: 'M0,2', stroke: '6' });
  expect(chosen(4, [1, 2, 3, -4, 5, 6])).toEqual({ d: 'M0,3', stroke: '6' });
  expect(chosen(2, [1, 2, 3, -4, 5, 6])).toEqual({ d: 'M0,2', stroke: '-4' });
});

test('a lane and a bar say which unit they show, the input has none', () => {
  const lane = (kind: 'signal' | 'input', lane: number) =>
    attributesOf(
      {
        kind: 'lane',
        ref: kind === 'input' ? { kind, id: 'x' } : { kind, id: 'f' },
        shift: 0,
        cover: [],
        lane,
        lanes: 2,
      },
      { ...stateOf(0), read: () => [1, -3, 2, 0] },
    )['data-unit'];
  expect([lane('signal', 0), lane('signal', 1), lane('input', 0)]).toEqual([1, 2, undefined]);
});

test('the numbers of the units are written at the left edge in the order of the lanes', () => {
  const cell = cellOf(mainCells[1]);
  const { root } = pictureOf(sceneOf(cell), {
    zoom: 'lanes',
    palette: cssPalette,
    sizeOf: () => 4,
    neighbours: [0, 0],
  });
  const plugs = root.children.filter((child) => typeof child !== 'string' && child.attributes.class === 'plug');
  expect(plugs.map((plug) => (plug as Shape).attributes['data-signal'])).toEqual(['prev.C', 'prev.h']);
  for (const plug of plugs) {
    const numbers = (plug as Shape).children.filter((child) => typeof child !== 'string' && child.tag === 'text');
    expect(numbers.map((number) => textsOf(number as Shape)[0])).toEqual(['1', '2', '3', '4']);
    const heights = numbers.map((number) => Number((number as Shape).attributes.y));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
  }
});
