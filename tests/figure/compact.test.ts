import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/cell/cell.ts';
import { cellOf } from '../../src/cell/cell.ts';
import { declarationOf, registry } from '../../src/cells/index.ts';
import { compactPictureOf } from '../../src/figure/compactPicture.ts';
import { type Apart, fitted } from '../../src/figure/fit.ts';
import { type Box, overlaps } from '../../src/figure/measures.ts';
import type { Picture } from '../../src/figure/picture.ts';
import { cssPalette, type Shape } from '../../src/figure/shape.ts';
import { targetsOf } from '../../src/figure/targets.ts';
import { everyScene } from './everyScene.ts';

/** The width of a picture on a phone of 390 and on one of 320 pixels. */
const PHONE = 374;
const SMALL_PHONE = 304;

const cellNamed = (id: string): Cell => cellOf(declarationOf(id) as Parameters<typeof cellOf>[0]);
const zooms = ['lanes', 'unit', 'vector'] as const;
const pictures = registry.flatMap(({ id }) =>
  zooms.map((zoom): { readonly name: string; readonly picture: Picture } => ({
    name: `${id}, ${zoom}`,
    picture: compactPictureOf(cellNamed(id), null, 'unfolded', { zoom, palette: cssPalette, sizeOf: () => 4 }),
  })),
);

function* within(shape: Shape): Generator<Shape> {
  yield shape;
  for (const child of shape.children) if (typeof child !== 'string') yield* within(child);
}

const boxOf = ({ attributes: { x, y, width, height } }: Shape): Box => ({
  x: Number(x),
  y: Number(y),
  width: Number(width),
  height: Number(height),
});

describe('on a phone', () => {
  test('no text of any cell is smaller than 9 pixels', () => {
    for (const { name, picture } of pictures) {
      const scale = PHONE / picture.viewBox[2];
      const sizes = [...within(picture.root)].flatMap(({ attributes }) => Number(attributes['font-size'] ?? 99));
      expect(scale * Math.min(...sizes), name).toBeGreaterThanOrEqual(9);
    }
  });

  test('every node of every cell has a place of 24 pixels for a finger, also at 320 pixels, and none overlap', () => {
    for (const { name, picture } of pictures) {
      const scale = SMALL_PHONE / picture.viewBox[2];
      const places = [...within(picture.root)].filter((one) => one.tag === 'rect' && one.attributes.class === 'hit');
      const nodes = [...within(picture.root)].filter(({ attributes }) => /^node /.test(String(attributes.class)));
      const own = nodes.map(({ children }) => places.find((place) => children.includes(place)) as Shape).map(boxOf);
      for (const [k, a] of own.entries()) {
        expect(scale * Math.min(a.width, a.height), name).toBeGreaterThan(23.99);
        for (const b of own.slice(k + 1)) expect(overlaps(a, b, -0.01), name).toBe(false);
      }
    }
  });

  test('no cell is wider than on a large screen, and the wide ones are a quarter narrower or more', () => {
    for (const { name, scene, compact } of everyScene) {
      const share = compact.body.width / scene.body.width;
      expect(share, name).toBeLessThanOrEqual(scene.body.width > 800 ? 0.78 : 1);
    }
  });

  test('what a related cell lacks is drawn in its own place', () => {
    const [lstm, peephole] = ['lstm', 'peephole'].map(cellNamed);
    const style = { zoom: 'lanes', palette: cssPalette, sizeOf: () => 4 } as const;
    const { root } = compactPictureOf(lstm, peephole, 'unfolded', style);
    const before = compactPictureOf(peephole, lstm, 'unfolded', style);
    const ghosts = [...within(root)].filter(({ attributes }) => attributes['data-ghost'] !== undefined);
    expect(ghosts.length).toBeGreaterThan(0);
    for (const ghost of ghosts) {
      const wire = [...within(before.root)].find(
        ({ attributes }) => attributes['data-wire'] === ghost.attributes['data-ghost'],
      );
      const lines = [...(wire ? within(wire) : [])].map(({ attributes }) => attributes.d);
      expect(lines).toContain((ghost.children[0] as Shape).attributes.d);
    }
  });
});

test('places on a line keep every distance demanded, end where the room does, and are even where nothing is demanded', () => {
  const demand = fc
    .tuple(fc.nat(11), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 120 }))
    .map(([from, more, by]): Apart => ({ from, to: Math.min(12, from + more), by }));
  fc.assert(
    fc.property(fc.array(demand, { maxLength: 30 }), fc.integer({ min: 100, max: 900 }), (demands, room) => {
      const places = fitted(12, demands, room);
      for (const { from, to, by } of demands) expect(places[to] - places[from]).toBeGreaterThanOrEqual(by);
      expect(places[12]).toBeGreaterThanOrEqual(room);
    }),
  );
  expect(fitted(4, [], 400)).toEqual([0, 100, 200, 300, 400]);
  expect(fitted(4, [{ from: 1, to: 2, by: 250 }], 400)).toEqual([0, 100, 350, 352, 400]);
});

test('places for a finger contain what they belong to and end halfway to a neighbour', () => {
  const [a, b] = targetsOf(
    [
      { x: 0, y: 0, width: 20, height: 20 },
      { x: 30, y: 4, width: 20, height: 20 },
    ],
    60,
  );
  expect(a).toEqual({ x: -20, y: -20, width: 45, height: 60 });
  expect(b).toEqual({ x: 25, y: -16, width: 45, height: 60 });
});
