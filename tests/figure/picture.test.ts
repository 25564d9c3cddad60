// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { refKey } from '../../src/cell/slot.ts';
import { declarationOf, registry } from '../../src/cells/index.ts';
import { ghostShapes, isNewWire, noveltyOf } from '../../src/figure/change.ts';
import { type PictureState, pooled, progressOf } from '../../src/figure/paint.ts';
import { pictureOf } from '../../src/figure/picture.ts';
import { lanesOf, offsetPath } from '../../src/figure/ribbon.ts';
import { sceneOf } from '../../src/figure/scene.ts';
import { cssPalette } from '../../src/figure/shape.ts';
import { svgOf } from '../../src/figure/svg.ts';
import { everyCell } from '../everyCell.ts';

const sizeOf = () => 4;

/** A state in which every vector reads differently, so that a colour names the value it came from. */
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
  const picture = pictureOf(sceneOf(cell), { zoom: 'lanes', palette: cssPalette, sizeOf, neighbours: true });
  return new DOMParser().parseFromString(svgOf(picture, state, { title: cell.name }), 'image/svg+xml');
}

test('the static picture of every registered cell is well-formed', () => {
  for (const { id } of registry) expect(svgOfCell(id, stateAt(99)).querySelector('parsererror'), id).toBeNull();
});

test('the picture of every cell names every signal, the input and every previous state', () => {
  for (const { name, cell } of everyCell) {
    const picture = pictureOf(sceneOf(cell), { zoom: 'lanes', palette: cssPalette, sizeOf, neighbours: true });
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
  expect(symbols.length).toBeGreaterThan(20);
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
  expect(ghostShapes(sceneOf(peep), sceneOf(plain), cssPalette).length).toBeGreaterThan(0);
  expect(ghostShapes(sceneOf(plain), sceneOf(plain), cssPalette)).toEqual([]);
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

test('a wire has arrived when its target is computed, and has not begun before the target’s turn', () => {
  for (const { name, cell } of everyCell)
    for (const wire of sceneOf(cell).wires) {
      const { target } = wire;
      if (target?.kind !== 'node') continue;
      const order = cell.signals.findIndex(({ id }) => id === target.signal);
      expect(progressOf(wire.reveals, order + 0.61), `${name}: ${wire.id}`).toBe(1);
      const alone = wire.reveals.every((reveal) => reveal.order === order);
      if (alone) expect(progressOf(wire.reveals, order), `${name}: ${wire.id}`).toBe(0);
    }
});

test('no wire shows a value before its source is computed', () => {
  for (const { name, cell } of everyCell)
    for (const wire of sceneOf(cell).wires)
      for (const ref of wire.refs) {
        if (ref.kind !== 'signal') continue;
        const order = cell.signals.findIndex(({ id }) => id === ref.id);
        expect(progressOf(wire.reveals, order + 0.6), `${name}: ${wire.id}`).toBe(0);
      }
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
