import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeTip } from '../../../src/components/diagram/placeTip.ts';
import { type Box, overlaps } from '../../../src/figure/measures.ts';

const size = { width: 120, height: 30 };
const bounds: Box = { x: 0, y: 0, width: 600, height: 400 };
const anchors = fc.record({
  x: fc.integer({ min: 150, max: 400 }),
  y: fc.integer({ min: 60, max: 280 }),
  width: fc.integer({ min: 5, max: 40 }),
  height: fc.integer({ min: 5, max: 40 }),
});

test('a tooltip lies within the bounds, beside what it describes and clear of one label, wherever that is', () => {
  fc.assert(
    fc.property(anchors, fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 }), (anchor, dx, dy) => {
      const label: Box = { x: anchor.x + dx, y: anchor.y + dy, width: 30, height: 20 };
      const tip = { ...placeTip(anchor, size, bounds, [label]), ...size };
      expect(overlaps(tip, anchor)).toBe(false);
      expect(overlaps(tip, label)).toBe(false);
      expect(tip.x >= 0 && tip.y >= 0 && tip.x + size.width <= 600 && tip.y + size.height <= 400).toBe(true);
    }),
    { seed: 7 },
  );
});

test('it lies above unless there is no room', () => {
  const anchor = { x: 300, y: 200, width: 20, height: 20 };
  expect(placeTip(anchor, size, bounds, [])).toEqual({ x: 250, y: 162 });
  expect(placeTip({ ...anchor, y: 10 }, size, bounds, [])).toEqual({ x: 250, y: 38 });
});
