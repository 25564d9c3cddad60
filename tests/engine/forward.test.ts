import { expect, test } from 'vitest';
import { createCell } from '../../src/core.ts';

const x = Float64Array.from({ length: 12 }, (_, k) => Math.sin(k));

test('a run over the tape of another gives the bits of a run into a new one', () => {
  for (const id of ['lstm', 'gru', 'fgr', 'slstm']) {
    const cell = createCell(id, { D: 2, H: 3, options: {}, seed: 4 });
    const used = cell.run(
      x.map((v) => 5 - v),
      { h: [1, 2, 3] },
    );
    expect(cell.run(x, {}, { over: used }).data).toEqual(cell.run(x).data);
  }
});

test('a tape of another program or length is not written over', () => {
  const cell = createCell('lstm', { D: 2, H: 3 });
  const other = createCell('lstm', { D: 2, H: 3 }).run(x);
  const longer = cell.run([...x, 0, 0]);
  for (const tape of [other, longer]) {
    const before = tape.data.slice();
    expect(() => cell.run(x, {}, { over: tape })).toThrow('must have the same program and length');
    expect(tape.data).toEqual(before);
  }
});
