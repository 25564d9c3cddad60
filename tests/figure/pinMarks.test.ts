import { expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { registry } from '../../src/cells/index.ts';
import { wiresOf } from '../../src/engine/intervention/intervention.ts';
import { runForward } from '../../src/engine/intervention/runForward.ts';
import { initialParameters } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { ghostBars } from '../../src/figure/ghost.ts';
import { overlaps } from '../../src/figure/measures.ts';
import type { PictureState } from '../../src/figure/paint.ts';
import { pinShapes } from '../../src/figure/pinMarks.ts';
import { sceneOf } from '../../src/figure/scene.ts';
import { type Palette, paletteNames, type Shape, shape } from '../../src/figure/shape.ts';
import { svgOf } from '../../src/figure/svg.ts';
import { outlineOf } from './outline.ts';

const palette = Object.fromEntries(paletteNames.map((name) => [name, name])) as Palette;
const of = (shapes: readonly Shape[], name: string): readonly Shape[] =>
  shapes.flatMap((one) => [
    ...(one.attributes.class === name ? [one] : []),
    ...of(
      one.children.filter((child) => typeof child !== 'string'),
      name,
    ),
  ]);

test('every node of every cell has a pin, every wire of an unfolded signal is struck within the picture', () => {
  for (const declaration of registry) {
    const cell = cellOf(declaration);
    const scene = sceneOf(cell);
    for (const { signal, box } of scene.nodes) {
      const [head] = of(pinShapes(scene, [{ key: signal.id, to: null, words: 'held at 1' }], palette), 'pin-head');
      const [circle] = of([head], 'pin-head')[0].children as Shape[];
      const { cx, cy } = circle.attributes;
      expect(overlaps({ x: Number(cx), y: Number(cy), width: 1, height: 1 }, box, 6), `${cell.id} ${signal.id}`).toBe(
        true,
      );
    }
    for (const wire of wiresOf(cell)) {
      if (!scene.nodes.some(({ signal }) => signal.id === wire.to)) continue;
      const struck = of(pinShapes(scene, [{ ...wire, words: 'cut' }], palette), 'strike');
      expect(struck, `${cell.id}: ${wire.key} to ${wire.to}`).toHaveLength(1);
    }
  }
});

test('a forced node, a struck wire and the ghost of the free run are as they were approved', async () => {
  const lstm = registry.find(({ id }) => id === 'lstm');
  if (!lstm) throw new Error('There is no LSTM');
  const cell = cellOf(lstm);
  const sizes = sizesOf(2, 3);
  const program = compile(cell, sizes);
  const parameters = initialParameters(cell, sizes, { seed: 3 });
  const x = [1, 0, 0, 1];
  const always = { to: null, units: null, from: 1, until: null };
  const free = runForward(program, parameters, x);
  const changed = runForward(
    program,
    parameters,
    x,
    {},
    {
      interventions: [
        { ...always, key: 'f', change: { kind: 'hold', value: 1 } },
        { ...always, key: 'prev.h', to: 'o', change: { kind: 'cut' } },
      ],
    },
  );
  const stateOf = (tape: typeof free): PictureState => ({
    read: (ref, shift) => tape.read(ref, 2 + shift),
    head: cell.signals.length,
    unit: 0,
    stage: null,
    lit: new Set(),
    inputs: new Set(),
    token: () => 'a',
    colour: () => 'value',
  });
  const scene = sceneOf(cell);
  const marks = [
    { key: 'f', to: null, words: 'held at 1' },
    { key: 'prev.h', to: 'o', words: 'cut' },
  ];
  const shapes = [
    ...ghostBars(scene, [stateOf(changed), stateOf(free)], () => 3, palette),
    ...pinShapes(scene, marks, palette),
  ];
  const svg = svgOf({ viewBox: [0, 0, 100, 100], root: shape('g', {}, shapes) }, stateOf(changed), { title: 'pins' });
  await expect(`${outlineOf(svg).join('\n')}\n`).toMatchFileSnapshot('golden/pins.txt');
  // only signals that differ have a ghost: the pinned gate, but not the candidate of the first step
  expect(of(shapes, 'ghost-bar').length).toBeGreaterThanOrEqual(3);
  expect(ghostBars(scene, [stateOf(free), stateOf(free)], () => 3, palette)).toEqual([]);
});
