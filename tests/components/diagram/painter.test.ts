import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOf } from '../../../src/cell/cell.ts';
import { refKey } from '../../../src/cell/slot.ts';
import { declarationOf } from '../../../src/cells/index.ts';
import { createPainter } from '../../../src/components/diagram/painter.ts';
import { attributesOf, type PictureState, readBy } from '../../../src/figure/paint.ts';
import { pictureOf } from '../../../src/figure/picture.ts';
import { sceneOf } from '../../../src/figure/scene.ts';
import { type Bind, cssPalette, type Shape } from '../../../src/figure/shape.ts';
import { everyScene } from '../../figure/everyScene.ts';

const zooms = ['lanes', 'unit'] as const;
const options = { palette: cssPalette, sizeOf: () => 4, neighbours: [2, 2] as [number, number] };
const boundOf = (shape: Shape): Shape[] => [
  ...(shape.binds.length > 0 ? [shape] : []),
  ...shape.children.flatMap((child) => (typeof child === 'string' ? [] : boundOf(child))),
];
const lstm = cellOf(declarationOf('lstm') as never);
const shapes = zooms.flatMap((zoom) => boundOf(pictureOf(sceneOf(lstm), { ...options, zoom }).root));

/** One of a few values of each part of a state, each always the same object. */
const parts: { readonly [P in keyof PictureState]-?: readonly PictureState[P][] } = {
  read: [0, 1, 2].map((t): PictureState['read'] => (ref, shift) => {
    if (t + shift < 0) return null;
    return [0.9, -0.4, 0.2, -0.7].map((value) => value / (1 + t + shift + refKey(ref).length));
  }),
  head: [0, 1, 2.4, 5, lstm.signals.length],
  unit: [0, 1, 3],
  stage: [null, ...new Set(lstm.signals.map(({ info }) => info.stage))],
  lit: [new Set(), new Set(['f']), new Set(['c'])],
  inputs: [new Set(), new Set(['x'])],
  token: [0, 1].map((t) => (shift: number) => ['a', 'bc', null][t + shift] ?? null),
  numbers: [undefined, true],
  colour: ['red', 'blue'].map((hue) => (key: string, value: number) => `${hue}-${key}-${value}`),
  length: [undefined, (value: number) => value / 2],
};
const someState = Object.fromEntries(
  Object.entries(parts).map(([part, [value]]) => [part, value]),
) as unknown as PictureState;
const anyState = fc.record(
  Object.fromEntries(Object.entries(parts).map(([part, values]) => [part, fc.constantFrom(...values)])),
) as unknown as fc.Arbitrary<PictureState>;

/** An element that keeps its attributes and counts how often one is written. */
function element() {
  const attributes: Record<string, string> = {};
  let writes = 0;
  return {
    attributes,
    writes: () => writes,
    setAttribute(name: string, value: string) {
      writes++;
      attributes[name] = value;
    },
    set textContent(text: string) {
      writes++;
      attributes.text = text;
    },
  };
}

const painted = (binds: readonly Bind[], state: PictureState): Record<string, string> =>
  Object.fromEntries(
    binds.flatMap((bind) => Object.entries(attributesOf(bind, state)).map(([name, value]) => [name, String(value)])),
  );

/** True where the cover that hides the values of a bind is whole. */
const isUnderCover = (bind: Bind, { head }: PictureState): boolean =>
  (bind.kind === 'lane' || bind.kind === 'chosen' || bind.kind === 'bar') &&
  bind.cover.length > 0 &&
  bind.cover.every(({ order, start }) => head <= order + start);

test('after any states, every element that is seen is as the last of them paints it', () => {
  fc.assert(
    fc.property(fc.array(anyState, { minLength: 1, maxLength: 6 }), fc.nat(), (states, later) => {
      const painter = createPainter();
      const elements = shapes.map(() => element());
      const add = (k: number): void => void painter.add(elements[k] as unknown as SVGElement, shapes[k].binds);
      // some elements come later than the others
      const isLater = (k: number): boolean => states.length > 1 && k % 3 === later % 3;
      for (const k of shapes.keys()) if (!isLater(k)) add(k);
      for (const [n, state] of states.entries()) {
        if (n === 1) for (const k of shapes.keys()) if (isLater(k)) add(k);
        painter.paint(state);
      }
      const last = states[states.length - 1];
      for (const [k, { binds }] of shapes.entries()) {
        const wanted = painted(
          binds.filter((bind) => !isUnderCover(bind, last)),
          last,
        );
        for (const name in wanted) expect(elements[k].attributes[name], name).toBe(wanted[name]);
      }
    }),
    { numRuns: 40 },
  );
});

test('what may be painted late is hidden by something that is uncovered with it', () => {
  const hidden = (shape: Shape): string[] => {
    const parts = shape.children.filter((child) => typeof child !== 'string');
    const covers = [shape, ...parts].flatMap(({ binds }) =>
      binds.flatMap((bind) => (bind.kind === 'cover' || bind.kind === 'visible' ? [bind.reveals] : [])),
    );
    const bare = parts.flatMap(({ binds }) =>
      binds.filter((bind) => 'cover' in bind).filter(({ cover }) => cover.length > 0 && !covers.includes(cover)),
    );
    return [...bare.map(({ kind, ref }) => `${kind} of ${refKey(ref)}`), ...parts.flatMap(hidden)];
  };
  for (const { name, scene } of everyScene)
    for (const zoom of zooms) expect(hidden(pictureOf(scene, { ...options, zoom }).root), name).toEqual([]);
});

test('under a cover nothing is written again before it opens', () => {
  const painter = createPainter();
  const covered = shapes.filter(({ binds }) => binds.some((bind) => isUnderCover(bind, { ...someState, head: 0 })));
  expect(covered.length).toBeGreaterThan(40);
  const elements = covered.map(() => element());
  for (const [k, { binds }] of covered.entries()) painter.add(elements[k] as unknown as SVGElement, binds);
  const writes = (): number => elements.reduce((sum, one) => sum + one.writes(), 0);
  painter.paint({ ...someState, head: 0 });
  const before = writes();
  painter.paint({ ...someState, head: 0, read: parts.read[1] });
  expect(writes()).toBe(before);
  painter.paint({ ...someState, head: lstm.signals.length, read: parts.read[1] });
  expect(writes()).toBeGreaterThanOrEqual(before + covered.length);
});

test('what a state does not change is not written, and an element that has gone is left alone', () => {
  const painter = createPainter();
  const elements = shapes.map(() => element());
  const leave = shapes.map(({ binds }, k) => painter.add(elements[k] as unknown as SVGElement, binds));
  const writes = (): number => elements.reduce((sum, one) => sum + one.writes(), 0);
  const whole = { ...someState, head: lstm.signals.length };
  painter.paint(whole);
  const before = writes();
  expect(before).toBeGreaterThan(shapes.length);
  painter.paint({ ...whole });
  expect(writes()).toBe(before);
  for (const go of leave) go();
  painter.paint({ ...whole, read: parts.read[1] });
  expect(writes()).toBe(before);
});

test('a bind reads no other part of a state than the painter looks at', () => {
  const kinds = new Set<Bind['kind']>();
  const unnoticed: string[] = [];
  const writtenTwice: string[] = [];
  for (const { name, scene } of everyScene)
    for (const { binds } of zooms.flatMap((zoom) =>
      boundOf(pictureOf(scene, { ...options, zoom, sizeOf: () => 64 }).root),
    )) {
      const names = binds.flatMap((bind) => {
        kinds.add(bind.kind);
        const reads = {
          get(of: PictureState, part: keyof PictureState) {
            if (!readBy[bind.kind].includes(part)) unnoticed.push(`${name}: ${bind.kind} reads ${part}`);
            return of[part];
          },
        };
        return Object.keys(attributesOf(bind, new Proxy(someState, reads)));
      });
      // or the order in which kinds are painted would make a difference
      if (new Set(names).size < names.length) writtenTwice.push(`${name}: ${names}`);
    }
  expect(unnoticed).toEqual([]);
  expect(writtenTwice).toEqual([]);
  expect(Object.keys(readBy).filter((kind) => !kinds.has(kind as Bind['kind']))).toEqual([]);
});
