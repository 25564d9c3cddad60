// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { refKey } from '../../src/cell/slot.ts';
import { declarationOf, registry } from '../../src/cells/index.ts';
import { ghostShapes, isNewWire, noveltyOf } from '../../src/figure/change.ts';
import { lanesOf } from '../../src/figure/lanes.ts';
import { offsetPath } from '../../src/figure/offsetPath.ts';
import { type PictureState, pooled, progressOf } from '../../src/figure/paint.ts';
import { pictureOf } from '../../src/figure/picture.ts';
import { sceneOf } from '../../src/figure/scene.ts';
import { cssPalette, type Shape } from '../../src/figure/shape.ts';
import { svgOf } from '../../src/figure/svg.ts';
import { everyScene } from './everyScene.ts';

const sizeOf = () => 4;

/** A state with different values in every vector, so that a colour identifies its source. */
function stateAt(head: number, over: Partial<PictureState> = {}): PictureState {
  return {
    read: (ref, shift) => [1, 2, 3, 4].map((unit) => unit + 10 * shift + refKey(ref).length * 100),
    head,
    unit: 1,
    stage: null,
    lit: new Set(),
    inputs: new Set(),
    token: () => 'a',
    colour: (key, value) => `${key}:${value}`,
    ...over,
  };
}

function svgOfCell(id: string, state: PictureState): Document {
  const cell = cellOf(declarationOf(id) as never);
  const picture = pictureOf(sceneOf(cell), { zoom: 'lanes', palette: cssPalette, sizeOf, neighbours: [2, 2] });
  return new DOMParser().parseFromString(svgOf(picture, state, { title: cell.name }), 'image/svg+xml');
}

test('the static picture of every registered cell is well-formed', () => {
  for (const { id } of registry) expect(svgOfCell(id, stateAt(99)).querySelector('parsererror'), id).toBeNull();
});

test('the picture of every cell names every signal, the input and every previous state', () => {
  for (const { name, cell, scene } of everyScene) {
    const picture = pictureOf(scene, { zoom: 'lanes', palette: cssPalette, sizeOf, neighbours: [2, 2] });
    const found = new Set(
      svgOf(picture, stateAt(99), { title: '' })
        .match(/(?<=data-signal=")[^"]+/g)
        ?.flatMap((s) => s.split(' ')),
    );
    for (const id of [...cell.signals.map((s) => s.id), 'x', ...cell.states.map((s) => `prev.${s.id}`)])
      expect(found, name).toContain(id);
  }
});

test('every symbol and ribbon in and between the cells says which vector it is', () => {
  const symbols = [...svgOfCell('lstm', stateAt(99)).querySelectorAll('.symbol')];
  expect(symbols.length).toBeGreaterThan(15);
  const outside = symbols.filter((e) => !e.closest('[data-signal]')).map((e) => e.textContent);
  expect(outside).toEqual([]);
});

test('a switch marks the wires that came and leaves those that went as ghosts', () => {
  const [plain, peep] = ['lstm', 'peephole'].map((id) => cellOf(declarationOf(id) as never));
  const came = noveltyOf(peep, plain);
  expect([...came.arguments].sort()).toEqual(['C → o', 'prev.C → f', 'prev.C → i']);
  const marked = sceneOf(peep)
    .wires.filter((wire) => isNewWire(wire, came))
    .map((wire) => wire.net);
  expect(new Set(marked)).toEqual(new Set(['C', 'prev.C']));
});

test('every part that a related cell lacks stays as a grey ghost of it, also where wires run now', () => {
  const [plain, peep] = ['lstm', 'peephole'].map((id) => cellOf(declarationOf(id) as never));
  const style = { zoom: 'lanes', palette: cssPalette, sizeOf } as const;
  const ghosts = ghostShapes(sceneOf(peep), sceneOf(plain), style).map(({ attributes }) => attributes['data-ghost']);
  const gone = noveltyOf(peep, plain);
  for (const wire of sceneOf(peep).wires) expect(ghosts.includes(wire.id), wire.id).toBe(isNewWire(wire, gone));
  for (const gate of ['f', 'i', 'o']) {
    const left = sceneOf(peep).wires.filter(({ id, target }) => {
      return ghosts.includes(id) && target?.kind === 'node' && target.signal === gate;
    });
    expect(left, gate).toHaveLength(1);
  }
  expect(ghostShapes(sceneOf(plain), sceneOf(plain), style)).toEqual([]);
});

test('marks and ghosts are drawn between related cells only', () => {
  const marks = (from: string, to: string): number => {
    const [before, cell] = [from, to].map((id) => cellOf(declarationOf(id) as never));
    const picture = pictureOf(sceneOf(cell), {
      ...{ zoom: 'lanes', palette: cssPalette, sizeOf, neighbours: [2, 2] },
      before: sceneOf(before),
    });
    return svgOf(picture, stateAt(99), { title: '' }).match(/class="(added|ghost)"/g)?.length ?? 0;
  };
  expect(marks('lstm', 'peephole')).toBeGreaterThan(0);
  expect(marks('peephole', 'lstm')).toBeGreaterThan(0);
  expect(marks('lstm', 'gru')).toBe(0);
  expect(marks('rnn', 'lstm')).toBe(0);
});

test('a peephole has the mark of its weights: the diagonal of a matrix, or all of it', () => {
  const dots = (peepWeights: string): number[] => {
    const cell = cellOf(declarationOf('peephole') as never, { peepWeights });
    const picture = pictureOf(sceneOf(cell), { zoom: 'lanes', palette: cssPalette, sizeOf, neighbours: [2, 2] });
    const svg = new DOMParser().parseFromString(svgOf(picture, stateAt(99), { title: '' }), 'image/svg+xml');
    // the first is the box; a pale place has no weight
    return [...svg.querySelectorAll('.peephole')].map((mark) => {
      const places = [...mark.querySelectorAll('rect')].slice(1);
      expect(places).toHaveLength(9);
      return places.filter((place) => !place.hasAttribute('fill-opacity')).length;
    });
  };
  expect(dots('diagonal')).toEqual([3, 3, 3]);
  expect(dots('full')).toEqual([9, 9, 9]);
});

test('a neighbour shows a token of five letters whole, and its name has any token in full', () => {
  const tokens = ['farmers', 'often', 'sell', 'flowers', 'today'];
  const svg = svgOfCell('lstm', stateAt(99, { token: (shift) => tokens[2 + shift] ?? null }));
  const neighbours = [...svg.querySelectorAll('.neighbour')].map((one) => [
    one.querySelector('title')?.textContent,
    one.querySelector('.token')?.textContent,
  ]);
  expect(neighbours).toContainEqual(['previous timestep: often', 'often']);
  expect(neighbours).toContainEqual(['next timestep: flowers', 'flow…']);
});

test('a hostile token stays text', () => {
  const svg = svgOfCell('lstm', stateAt(99, { token: () => '</svg><script>&"\u0000' }));
  expect(svg.querySelector('parsererror')).toBeNull();
  expect(svg.querySelector('script')).toBeNull();
});

test('a lane has the colour of its own unit of its own vector', () => {
  const svg = svgOfCell('lstm', stateAt(99));
  const strokes = [...svg.querySelectorAll('[data-wire^="f#"] path')].map((e) => e.getAttribute('stroke'));
  expect(strokes).toEqual(expect.arrayContaining(['f:101', 'f:102', 'f:103', 'f:104']));
  expect(strokes.some((stroke) => stroke?.startsWith('i:'))).toBe(false);
});

test('before anything is computed every wire inside the cell is covered and no node shows a value', () => {
  const cell = cellOf(declarationOf('gru') as never);
  const scene = sceneOf(cell);
  for (const wire of scene.wires) expect(progressOf(wire.reveals, 0), wire.id).toBe(0);
  const svg = svgOfCell('gru', stateAt(0));
  expect(svg.querySelectorAll('.node .bars').length).toBe(0);
});

test('after every operation the wires of all computed signals are full, and no others', () => {
  for (const { name, cell, scene } of everyScene) {
    const orderOf = (id: string): number => cell.signals.findIndex((signal) => signal.id === id);
    for (let position = 0; position <= cell.signals.length; position++)
      for (const wire of scene.wires) {
        const source = orderOf(wire.net);
        // inputs of the timestep arrive with each signal that reads them
        const read = wire.ends.some((end) => {
          const readers =
            end.kind === 'join'
              ? (scene.joins.find(({ id }) => id === end.join)?.layers ?? [])
              : end.kind === 'node'
                ? [end.signal]
                : [];
          return readers.some((reader) => orderOf(reader) < position);
        });
        // a bus of states leaves when the last of them is computed
        const bus = wire.net.startsWith('[') && wire.ends.some(({ kind }) => kind === 'next');
        const whole = bus && wire.refs.every(({ id }) => orderOf(id) < position);
        const full = source >= 0 ? source < position : read || whole;
        expect(progressOf(wire.reveals, position), `${name}, ${position}: ${wire.id}`).toBe(full ? 1 : 0);
      }
  }
});

test('no wire shows a value before its source is computed, nor before the node shows it', () => {
  for (const { name, cell, scene } of everyScene)
    for (const wire of scene.wires)
      for (const ref of wire.refs) {
        if (ref.kind !== 'signal') continue;
        const order = cell.signals.findIndex(({ id }) => id === ref.id);
        expect(progressOf(wire.reveals, order + 0.59), `${name}: ${wire.id}`).toBe(0);
      }
});

test('what a node gives leaves it at once and goes on at forks where the trunk ends', () => {
  for (const { name, scene } of everyScene)
    for (const { id, net, reveals, points } of scene.wires) {
      const order = scene.nodes.find(({ signal }) => signal.id === net)?.order;
      if (order === undefined) continue;
      const [{ start, end }] = reveals;
      const starts = scene.wires.filter((wire) => wire.net === net && wire.reveals[0].start < start);
      if (starts.length === 0) expect(start, `${name}: ${id}`).toBeCloseTo(0.6, 9);
      const last = points[points.length - 1];
      for (const on of scene.wires)
        if (on.net === net && on.points[0].x === last.x && on.points[0].y === last.y)
          expect(on.reveals[0].start, `${name}: ${id} to ${on.id}`).toBeCloseTo(end, 9);
    }
});

test('nothing that fades shows a value', () => {
  const fades = ({ attributes, binds }: Shape): boolean =>
    attributes.opacity !== undefined || binds.some(({ kind }) => kind === 'stage');
  const check = (shape: Shape, faded: boolean, name: string): void => {
    const pale = faded || fades(shape);
    const values = shape.binds.filter(({ kind }) => ['lane', 'bar', 'number', 'token'].includes(kind));
    if (pale && values.length > 0) expect(values, name).toEqual([]);
    for (const child of shape.children) if (typeof child !== 'string') check(child, pale, name);
  };
  for (const { name, scene } of everyScene)
    for (const zoom of ['lanes', 'unit', 'vector'] as const)
      check(pictureOf(scene, { zoom, palette: cssPalette, sizeOf, neighbours: [2, 2] }).root, false, name);
});

test('a pool shows the value furthest from zero of its own share and every unit is in exactly one pool', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 16, maxLength: 64 }), (values) => {
      const shown = Array.from({ length: 16 }, (_, lane) => pooled(values, lane, 16, 0));
      const strongest = Math.max(...values.map(Math.abs));
      expect(Math.max(...shown.map(Math.abs))).toBe(strongest);
      for (const value of shown) expect(values).toContain(value);
    }),
  );
});

test('the lanes of a ribbon fill its width side by side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 5 }), (size, parts) => {
      const refs = Array.from({ length: parts }, (_, k) => ({ kind: 'signal', id: `s${k}` }) as const);
      const lanes = lanesOf(refs, () => size, 20);
      expect(lanes.reduce((sum, lane) => sum + lane.width, 0)).toBeCloseTo(20, 9);
      for (const [k, lane] of lanes.entries())
        if (k > 0) expect(lane.offset - lane.width / 2).toBeCloseTo(lanes[k - 1].offset + lanes[k - 1].width / 2, 9);
    }),
  );
});

test('a path beside a polyline keeps its distance on every straight stretch', () => {
  const path = offsetPath(
    [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 80 },
    ],
    5,
  );
  const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
  expect(numbers.slice(0, 2)).toEqual([0, 5]);
  expect(numbers.slice(-2)).toEqual([95, 80]);
});

test('one unit has a number on every wire: what comes in, what every node gives and what goes out', () => {
  const numbered = (shape: Shape): string[] => [
    ...shape.binds.flatMap((bind) => (bind.kind === 'number' ? [refKey(bind.ref)] : [])),
    ...shape.children.flatMap((child) => (typeof child === 'string' ? [] : numbered(child))),
  ];
  for (const { name, scene } of everyScene)
    for (const one of [scene, sceneOf(scene.cell, 'folded')]) {
      const { root } = pictureOf(one, { zoom: 'unit', palette: cssPalette, sizeOf, neighbours: [2, 2] });
      const found = new Set(numbered(root));
      for (const { refs } of one.wires) for (const ref of refs) expect(found, name).toContain(refKey(ref));
    }
});
