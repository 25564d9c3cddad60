import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { cellOf, settledOptions } from '../../../src/cell/cell.ts';
import { sizesOf } from '../../../src/cell/sizes.ts';
import { declarationOf } from '../../../src/cells/index.ts';
import { runForward } from '../../../src/engine/forward.ts';
import { compile } from '../../../src/engine/program.ts';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { readSafetensors } from '../../../src/io/frameworks/safetensors.ts';
import { torchLayer } from '../../../src/io/frameworks/torchLayer.ts';
import { openFile } from '../../../src/io/openFile.ts';
import { home } from '../../../src/presets/index.ts';
import { createDerive } from '../../../src/store/derive.ts';

/** Written by tests/fixtures/notebook/write.py with PyTorch. */
const { torch: _version, ...layers } = JSON.parse(readFileSync('tests/fixtures/notebook/layers.json', 'utf8')) as {
  readonly torch: string;
} & Readonly<Record<'LSTM' | 'GRU' | 'RNN', { readonly arrays: string; readonly h: readonly number[][] }>>;

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

describe.each(Object.entries(layers))('a layer of torch.nn.%s as a notebook hands it over', (_, { arrays, h }) => {
  it('computes what PyTorch computes', () => {
    const { cell: id, options, units, weights, rows = [] } = torchLayer(readSafetensors(bytesOf(arrays)));
    const declaration = declarationOf(id);
    if (!declaration) throw new Error(`There is no cell ${id}`);
    const cell = cellOf(declaration, settledOptions(declaration, options));
    const tape = runForward(compile(cell, sizesOf(rows[0].length, units)), weights, rows.flat());
    const computed = rows.map((_, t) => [...tape.values('h', t + 1)]);
    for (const [t, row] of h.entries())
      for (const [unit, value] of row.entries()) expect(computed[t][unit]).toBeCloseTo(value, 12);
  });
});

describe.each(Object.entries(layers))('the state_dict of torch.nn.%s in a file', (name, { arrays, h }) => {
  const bytes = bytesOf(arrays);
  const { tensors, metadata } = readSafetensors(bytes);
  const nested = (data: ArrayLike<number>, [length, ...rest]: readonly number[]): unknown[] =>
    rest.length === 0
      ? Array.from(data)
      : Array.from({ length }, (_, k) => {
          const size = data.length / length;
          return nested(Array.from(data).slice(k * size, (k + 1) * size), rest);
        });
  const json = (prefix: string, more = {}): string =>
    JSON.stringify({
      ...Object.fromEntries(
        [...tensors].map(([key, { data, shape }]) => [key === 'x' ? key : prefix + key, nested(data, shape)]),
      ),
      ...more,
    });

  it.each([
    ['safetensors', bytes],
    ['JSON', json('')],
    ['JSON of a model', json('encoder.rnn.', { 'fc.weight': [[1, 2]], 'fc.bias': [0] })],
  ])('as %s opens as the cell that computes what PyTorch computes', async (kind, data) => {
    const file = await openFile(data, home, ['of', 'another', 'sequence']);
    if (file.kind !== 'inputs') throw new Error(JSON.stringify(file));
    const { options, ...change } = file.change;
    // JSON has no place for the activation, so that the reader chooses it
    const activation = metadata.get('nonlinearity') === 'relu' ? { activation: 'relu' } : {};
    const inputs = { ...defaultInputs, ...change, options: { ...options, ...activation } };
    const { tape } = createDerive()(inputs);
    for (const [t, row] of h.entries())
      for (const [unit, value] of row.entries()) expect(tape.values('h', t + 1)[unit]).toBeCloseTo(value, 12);
    expect(file.notices[0]).toContain(`torch.nn.${name}`);
    expect(file.notices.join(' ').includes('fc.weight, fc.bias')).toBe(kind === 'JSON of a model');
    expect(metadata.get('module')).toBe(name);
  });

  it('without a sequence needs one of as many inputs', async () => {
    const file = await openFile(json('').replace('"x":', '"z":'), home, ['a', 'b', 'c']);
    expect(file).toMatchObject({ kind: 'refused', refused: { message: expect.stringMatching(/D = 2 .* has 3/) } });
  });
});

test.each([
  ['{"weight_hh_l0": [[1, 2], [3]]}', /“weight_hh_l0” differ in length/],
  ['{"weight_hh_l0": [["1"]]}', /“weight_hh_l0” has something that is not a number/],
  ['{"lstm": {"kernel": [[1]]}}', /not a table of numbers.*state_dict of a PyTorch/],
])('%s: a sentence says what is wrong', async (text, message) => {
  expect(await openFile(text, home, ['a'])).toMatchObject({
    kind: 'refused',
    refused: { message: expect.stringMatching(message) },
  });
});

describe('arrays that do not fit', () => {
  const good = bytesOf(layers.LSTM.arrays);
  const length = Number(new DataView(good.buffer).getBigUint64(0, true));
  const header = new TextDecoder().decode(good.subarray(8, 8 + length));
  /** The same numbers under another header. */
  const withHeader = (text: string): Uint8Array => {
    const head = new TextEncoder().encode(text);
    const start = new Uint8Array(8);
    new DataView(start.buffer).setBigUint64(0, BigInt(head.length), true);
    return Uint8Array.from([...start, ...head, ...good.subarray(8 + length)]);
  };
  const replaced = (from: string, to: string): Uint8Array => withHeader(header.replace(from, to));
  const notFinite = Uint8Array.from(good);
  new DataView(notFinite.buffer).setFloat64(good.length - 8, Number.NaN, true);

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(3), /cut off/],
    ['the bytes of a pickle', Uint8Array.from({ length: 64 }, () => 0x80), /not in the safetensors format/],
    ['a file that is cut off', good.subarray(0, good.length - 8), /“x” does not have as many numbers/],
    ['a header that is no JSON', withHeader('{"a":'), /header of the arrays is not JSON/],
    ['a header that nests without end', withHeader('['.repeat(100_000)), /header of the arrays is not JSON/],
    [
      'offsets that do not match the shape',
      replaced('"data_offsets": [0, 192]', '"data_offsets": [0, 200]'),
      /“weight_ih_l0” does not/,
    ],
    [
      'half precision',
      replaced('"F64", "shape": [12, 2]', '"F16", "shape": [12, 2]'),
      /of type F16; convert it to float32/,
    ],
    ['another module', replaced('"module": "LSTM"', '"module": "Linear"'), /“Linear”; .* one of RNN, LSTM, GRU/],
    [
      'another cell’s number of gates',
      replaced('"module": "LSTM"', '"module": "GRU"'),
      /^weight_ih needs the shape \[9, 2\], not \[12, 2\]\.$/,
    ],
    ['a batch', replaced('"shape": [5, 2]', '"shape": [5, 1, 2]'), /x has the shape \[5, 1, 2\]; it needs \[T, 2\]/],
    ['a value that is not finite', notFinite, /“x” has a value that is not a finite number/],
  ])('%s: a sentence says what is wrong', (_, bytes, sentence) => {
    expect(() => torchLayer(readSafetensors(bytes))).toThrow(sentence);
  });
});
