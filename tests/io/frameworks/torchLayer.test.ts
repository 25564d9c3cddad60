import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellOf, settledOptions } from '../../../src/cell/cell.ts';
import { sizesOf } from '../../../src/cell/sizes.ts';
import { declarationOf } from '../../../src/cells/index.ts';
import { runForward } from '../../../src/engine/forward.ts';
import { compile } from '../../../src/engine/program.ts';
import { readSafetensors } from '../../../src/io/frameworks/safetensors.ts';
import { torchLayer } from '../../../src/io/frameworks/torchLayer.ts';

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
