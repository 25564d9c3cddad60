import { expect, test } from 'vitest';
import { type Ink, plateSvg, plates } from '../../gallery/plates.ts';
import { refKey } from '../../src/cell/slot.ts';
import { registry } from '../../src/cells/index.ts';
import { type Palette, paletteNames } from '../../src/figure/shape.ts';
import { differencesOf, outlineOf, stylesOf } from './outline.ts';

/** Recognisable values that depend only on the vector, the unit and the timestep. */
function valuesOf(key: string, shift: number, count: number): number[] {
  const letters = [...key].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return Array.from({ length: count }, (_, unit) => (((letters + 10 * unit + 3 * shift) * 7) % 41) / 20 - 1);
}

/** Colours by name and values as numbers, so that the pictures can be read. */
const ink: Ink = {
  palette: Object.fromEntries(paletteNames.map((name) => [name, name])) as Palette,
  colour: (scale, value) => `${scale} ${Math.round((scale === 'gate' ? Math.abs(value) : value) * 100) / 100}`,
  read:
    ({ H }) =>
    (ref, shift) =>
      valuesOf(refKey(ref), shift, ref.kind === 'input' ? 3 : H),
};
const drawn = plates.map((plate) => ({ plate, svg: plateSvg(plate, ink) }));

test.each(registry.map(({ id }) => id))('the pictures of %s are as they were approved', async (id) => {
  const [first, ...others] = drawn
    .filter(({ plate }) => plate.cell.id === id)
    .map(({ plate, svg }) => ({ title: `# ${plate.title}`, lines: outlineOf(svg) }));
  const text = [
    ...[first.title, ...first.lines],
    ...others.flatMap(({ title, lines }) => ['', title, ...differencesOf(first.lines, lines)]),
    '',
  ].join('\n');
  await expect(text).toMatchFileSnapshot(`golden/${id}.txt`);
});

test('lines, fills and type of all pictures are as they were approved', async () => {
  await expect(`${stylesOf(drawn.map(({ svg }) => svg))}\n`).toMatchFileSnapshot('golden/styles.txt');
});
