import { expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { mainCells } from '../../src/cells/index.ts';
import { isNewWire } from '../../src/figure/change.ts';
import { attributesOf, type PictureState, pooled } from '../../src/figure/paint.ts';
import { pictureOf } from '../../src/figure/picture.ts';
import { lanesOf } from '../../src/figure/ribbon.ts';
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
  const bind = { kind: 'bar', ref, shift: 0, lane: 0, lanes: 1, top: 100, height: 20, gate } as const;
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

/** What is written in a picture. */
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
    const lanes = lanesOf([ref], () => units, 20);
    expect(lanes).toHaveLength(16);
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
    else expect(note).toBe(`${units} units: each lane shows the strongest of ${Math.max(...pools)}`);
  }
});
