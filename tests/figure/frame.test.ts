import { describe, expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import type { CellDeclaration } from '../../src/cell/declaration.ts';
import { declarationOf, mainCells } from '../../src/cells/index.ts';
import { frameOf, neighboursOf, viewBoxOf } from '../../src/figure/frame.ts';
import { type Picture, pictureOf } from '../../src/figure/picture.ts';
import { sceneOf } from '../../src/figure/scene.ts';
import { paletteNames, type Shape } from '../../src/figure/shape.ts';
import { everyScene } from './everyScene.ts';

const cells = mainCells.map((declaration) => cellOf(declaration));
const palette = Object.fromEntries(paletteNames.map((name) => [name, name])) as Record<
  (typeof paletteNames)[number],
  string
>;

/** All shapes below one, with those around them. */
function* within(shape: Shape, around: readonly Shape[] = []): Generator<readonly [Shape, readonly Shape[]]> {
  yield [shape, around];
  for (const child of shape.children) if (typeof child !== 'string') yield* within(child, [...around, shape]);
}

const classOf = ({ attributes }: Shape): string => String(attributes.class ?? '');

describe('the frame of the main cells', () => {
  const frame = frameOf(cells, 'unfolded', 2);
  const pictures = cells.map((cell): { readonly cell: (typeof cells)[number]; readonly picture: Picture } => {
    const scene = sceneOf(cell);
    const neighbours = neighboursOf(scene, frame);
    return { cell, picture: pictureOf(scene, { zoom: 'lanes', palette, sizeOf: () => 4, frame, neighbours }) };
  });

  test('shows them at one scale, with the left edges and the bottoms of their bodies in one place', () => {
    const seen = pictures.map(({ cell, picture: { viewBox } }) => {
      const { body, input } = sceneOf(cell);
      const [x, y, width, height] = viewBox;
      return [width, height, body.x - x, body.y + body.height - y, input.y - y];
    });
    for (const each of seen) for (const [k, number] of each.entries()) expect(number).toBeCloseTo(seen[0][k], 9);
  });

  test('has room for five cells of the chain or more, all of them inside', () => {
    for (const { cell, picture } of pictures) {
      const [left, , width] = picture.viewBox;
      const bodies = [...within(picture.root)]
        .map(([shape]) => shape)
        .filter((shape) => classOf(shape) === 'neighbour-body');
      expect(bodies.length, cell.name).toBeGreaterThanOrEqual(4);
      for (const { attributes } of bodies) {
        expect(Number(attributes.x)).toBeGreaterThan(left);
        expect(Number(attributes.x) + Number(attributes.width)).toBeLessThan(left + width);
      }
    }
    const count = (id: string): number => neighboursOf(sceneOf(cellOf(declarationOf(id) as CellDeclaration)), frame)[1];
    expect(count('lstm')).toBe(2);
    expect(count('rnn')).toBeGreaterThan(2);
  });

  test('is as large as the loops need where the chain is folded', () => {
    const folded = frameOf(cells, 'folded', 0);
    for (const cell of cells) {
      const scene = sceneOf(cell, 'folded');
      const [x, y, width, height] = viewBoxOf(scene, folded);
      for (const point of [...scene.wires.flatMap(({ points }) => points), scene.input, scene.output]) {
        expect(point.x > x && point.x < x + width, cell.name).toBe(true);
        expect(point.y > y && point.y < y + height, cell.name).toBe(true);
      }
    }
  });
});

test('only layers with weights are yellow, and the neighbours have no node at all', () => {
  for (const { name, cell, scene } of everyScene) {
    const { root } = pictureOf(scene, { zoom: 'lanes', palette, sizeOf: () => 4, neighbours: [2, 2] });
    const yellow = new Set<string>();
    for (const [shape, around] of within(root)) {
      const node = around.find((other) => classOf(other).startsWith('node'));
      if (shape.attributes.fill === 'layer') yellow.add(String(node?.attributes['data-signal']));
      if (around.some((other) => classOf(other) === 'neighbour'))
        expect(['layer', 'op'].includes(String(shape.attributes.fill)), name).toBe(false);
    }
    expect([...yellow].sort(), name).toEqual(
      cell.signals
        .filter(({ id }) => cell.parameters.some(({ signal }) => signal === id))
        .map(({ id }) => id)
        .sort(),
    );
  }
});
