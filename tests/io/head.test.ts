import { describe, expect, test } from 'vitest';
import { sizesOf } from '../../src/cell/sizes.ts';
import { initialParameters, uniform } from '../../src/engine/parameters.ts';
import { chosenCell } from '../../src/io/cellChoice.ts';
import { defaultMoment } from '../../src/io/defaults.ts';
import { encode } from '../../src/io/encode.ts';
import { MAX_LINK } from '../../src/io/limits.ts';
import { linkOf } from '../../src/io/link.ts';
import type { Inputs, Moment } from '../../src/io/moment.ts';
import { opened } from '../../src/io/opening.ts';
import { parametersFile, readParametersFile } from '../../src/io/parametersFile.ts';
import { editedWeights, headIn } from '../../src/io/weights.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { givenIn, withGiven } from '../store/given.ts';

/** Random weights in the size that training leaves. */
const drawn = (seed: number, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, k) => 1.7 * uniform(seed, k));
/** The same as they are shipped, to 4 significant digits. */
const learned = (seed: number, n: number): Float64Array => drawn(seed, n).map((value) => Number(value.toPrecision(4)));

const symbols = ['a', 'b', 'c', 'd', 'e', 'f', 'g', '.'];

function trained(cell: string, H: number): Inputs {
  const chosen = chosenCell({ cell, options: {} });
  const sizes = sizesOf(symbols.length, H);
  const shapes = initialParameters(chosen, sizes, { seed: 1, gain: 1, forgetBias: 1 });
  const sequence = { kind: 'text', text: 'b.cdef.gab.cd.efgab', unit: 'characters', vocabulary: symbols } as const;
  return withGiven(
    { ...defaultMoment.inputs, cell, H, sequence },
    {
      values: Object.fromEntries(Object.entries(shapes).map(([name, { length }], k) => [name, learned(k, length)])),
      head: { outputs: symbols, asks: 'class', W: learned(91, symbols.length * H), b: learned(92, symbols.length) },
    },
  );
}

test.each([
  ['lstm', 16],
  ['peephole', 16],
  ['coupled', 16],
  ['gru', 16],
  ['rnn', 32],
])('a trained %s of %i units fits into a link, and answers the same from there, bit for bit', async (cell, H) => {
  const inputs = trained(cell, H);
  const link = await linkOf({ ...defaultMoment, inputs, cursor: { t: 1, position: 1 } });
  if (!link.ok) throw new Error(link.message);
  const { moment, notices } = await opened(link.hash, home);
  expect(notices).toEqual([]);
  expect(moment.inputs).toStrictEqual(inputs);
  const [before, after] = [createDerive()(inputs), createDerive()(moment.inputs)];
  expect(after.tape.data).toStrictEqual(before.tape.data);
  expect(after.predictions).toStrictEqual(before.predictions);
  expect(after.predictions?.y.length).toBe(encode(inputs.sequence).tokens.length * symbols.length);
});

test('a parameter edited under other options does not cost a link its head', async () => {
  const inputs = trained('lstm', 16);
  const { options } = createDerive()({ ...inputs, options: { bias: false } }).cell;
  const home = withGiven({ ...inputs, options }, givenIn(inputs));
  // its bias was set while the cell had biases, and applies again once it has them
  const edited = { ...home, weights: editedWeights(home, { b_f: learned(7, 16) }) };
  const link = await linkOf({ ...defaultMoment, inputs: edited, cursor: { t: 1, position: 1 } });
  if (!link.ok) throw new Error(link.message);
  const { moment } = await opened(link.hash, { presets: () => undefined, home: '' });
  expect(headIn(moment.inputs)).toStrictEqual(headIn(edited));
  expect(createDerive()(moment.inputs).predictions).toStrictEqual(createDerive()(edited).predictions);
});

describe('a head that does not fit', () => {
  test.each([
    ['outputs=a,b', '“head” has 0 weights and 0 biases, but 2 outputs of 4 units need 8 and 2; it was left out.'],
    [
      'head=W:1,1,1,1;b:0',
      '“head” has 4 weights and 1 biases, but 0 outputs of 4 units need 0 and 0; it was left out.',
    ],
    ['units=3&outputs=a&head=W:1,1,1,1;b:0', /“head” has 4 weights .* 1 outputs of 3 units need 3 and 1; it was/],
    ['outputs=a&head=W:1,1,1,1', /“head” has 4 weights and 0 biases/],
    ['outputs=a&asks=both&head=W:1,1,1,1;b:0', '“asks” is not one of class, value; it was left out.'],
    ['outputs=a&head=W:1,1,Infinity,1;b:0', /“head” holds something that is not a finite number/],
  ])('%s is left out with a notice', async (keys, notice) => {
    const { moment, notices } = await opened(`v=1&cell=gru&${keys}`, home);
    expect(notices[0]).toEqual(typeof notice === 'string' ? notice : expect.stringMatching(notice));
    if (!keys.includes('both')) expect(headIn(moment.inputs)).toBeNull();
  });

  const cell = chosenCell({ cell: 'gru', options: {} });
  const sizes = sizesOf(2, 2);
  const parameters = initialParameters(cell, sizes, { seed: 1, gain: 1, forgetBias: 1 });
  const good = JSON.parse(parametersFile(cell, sizes, parameters));
  const head = { outputs: ['sum'], asks: 'value', W: [[1, 2]], b: [3] };
  test.each([
    [{ ...head, W: [[1, 2, 3]] }, /“head” has 3 weights and 1 biases, but 1 outputs of 2 units need 2 and 1\. Correct/],
    [{ ...head, outputs: [] }, /0 outputs of 2 units/],
    [{ ...head, b: ['NaN'] }, /“head” holds something that is not a finite number/],
    [{ ...head, asks: 'both' }, /contains something unexpected at “head.asks”/],
  ])('is refused with its file: %j', (wrong, message) => {
    const result = readParametersFile(JSON.stringify({ ...good, head: wrong }), ['a', 'b']);
    expect(result).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  test('a file without one takes the present one away, for it belongs to other weights', () => {
    const result = readParametersFile(JSON.stringify(good), ['a', 'b']);
    expect(result).toMatchObject({ ok: true, change: { weights: { head: null } } });
  });
});

test('with every digit of its weights the same cell is too long for a link, which says so', async () => {
  const inputs = trained('lstm', 16);
  const exact = Object.entries(givenIn(inputs).values).map(([name, values], k) => [name, drawn(k, values.length)]);
  const moment: Moment = { ...defaultMoment, inputs: withGiven(inputs, { values: Object.fromEntries(exact) }) };
  const link = await linkOf(moment);
  expect(link).toEqual({ ok: false, message: expect.stringContaining(MAX_LINK.toLocaleString('en-GB')) });
});
