import { expect, test } from 'vitest';
import { pictureOf } from '../../src/figure/picture.ts';
import { cssPalette, type Shape } from '../../src/figure/shape.ts';
import { everyScene } from './everyScene.ts';

function* within(shape: Shape): Generator<Shape> {
  yield shape;
  for (const child of shape.children) if (typeof child !== 'string') yield* within(child);
}

/** The tip of an arrowhead and the middle of its base; null for other paths. */
function headOf({ tag, attributes }: Shape): readonly [number, number, number, number] | null {
  const numbers =
    tag === 'path' && /^M[^LAQ]+L[^LAQ]+L[^LAQ]+Z$/.test(String(attributes.d))
      ? String(attributes.d).match(/-?[\d.]+(?:e-?\d+)?/g)
      : null;
  if (!numbers) return null;
  const [x, y, ax, ay, bx, by] = numbers.map(Number);
  return [x, y, (ax + bx) / 2, (ay + by) / 2];
}

test('gradients run against every wire: each arrow points to where the values come from, and every vector has one', () => {
  for (const { name, scene } of everyScene.filter((_, k) => k % 3 === 0)) {
    const { root } = pictureOf(scene, {
      zoom: 'lanes',
      palette: cssPalette,
      sizeOf: () => 4,
      neighbours: [0, 0],
      backwards: true,
    });
    const marked = new Set<string>();
    for (const group of within(root)) {
      const wire = scene.wires.find(({ id }) => id === group.attributes['data-wire']);
      if (!wire) continue;
      for (const head of [...within(group)].map(headOf)) {
        if (!head) continue;
        const [x, y, baseX, baseY] = head;
        const along = wire.points.slice(1).some((b, k) => {
          const a = wire.points[k];
          const on = Math.abs(a.x - b.x) < 0.01 ? Math.abs(x - a.x) < 0.01 : Math.abs(y - a.y) < 0.01;
          return (
            on &&
            Math.sign(Math.round(b.x - a.x)) === -Math.sign(Math.round(x - baseX)) &&
            Math.sign(Math.round(b.y - a.y)) === -Math.sign(Math.round(y - baseY))
          );
        });
        expect(along, `${name}: ${wire.id}`).toBe(true);
        marked.add(wire.net);
      }
    }
    expect([...marked].sort(), name).toEqual([...new Set(scene.wires.map(({ net }) => net))].sort());
  }
});
