import { expect, test } from 'vitest';
import { measures } from '../../src/figure/measures.ts';
import { piecesOf } from '../../src/figure/pieces.ts';
import type { Wire } from '../../src/figure/wires.ts';
import { everyScene } from './everyScene.ts';

const wire: Wire = {
  id: 'a#0',
  net: 'a',
  refs: [{ kind: 'signal', id: 'a' }],
  points: [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
  ],
  target: { kind: 'output' },
  joints: ['on', 'end'],
  reveals: [{ order: 2, start: 0, end: 1 }],
  ends: [{ kind: 'output' }],
};

test('a wire that nothing passes over is one piece', () => {
  expect(piecesOf(wire, [], 20)).toEqual([
    { refs: wire.refs, points: wire.points, target: wire.target, joints: wire.joints, reveals: wire.reveals },
  ]);
});

test('a wire stops before the wire that passes over it and goes on after it, in space and in time', () => {
  const [before, after] = piecesOf(wire, [{ x: 50, y: 0 }], 20);
  const reach = 10 + measures.clearance;
  expect(before.points).toEqual([
    { x: 0, y: 0 },
    { x: 50 - reach, y: 0 },
  ]);
  expect(after.points).toEqual([{ x: 50 + reach, y: 0 }, ...wire.points.slice(1)]);
  expect([before.target, after.target]).toEqual([null, wire.target]);
  expect(before.reveals).toEqual([{ order: 2, start: 0, end: (50 - reach) / 200 }]);
  expect(after.reveals).toEqual([{ order: 2, start: (50 + reach) / 200, end: 1 }]);
});

test('a branch begins at the side of its trunk, not in its middle', () => {
  const [piece] = piecesOf({ ...wire, joints: ['side', 'end'] }, [], 20);
  expect(piece.points[0].x).toBeGreaterThanOrEqual(10);
  expect(piece.points[0].x).toBeLessThan(12);
});

test('at every bridge of every cell the wire below is open where the upper one runs', () => {
  for (const { name, scene } of everyScene) {
    const { bridges } = scene;
    for (const { x, y, under } of bridges) {
      const passed = bridges.filter((bridge) => bridge.under.id === under.id);
      for (const { points } of piecesOf(under, passed, measures.ribbon))
        points.slice(1).forEach((b, k) => {
          const a = points[k];
          const covers = a.y === y && b.y === y && Math.min(a.x, b.x) < x + 9 && Math.max(a.x, b.x) > x - 9;
          expect(covers, `${name}: ${under.id}`).toBe(false);
        });
    }
  }
});
