import { expect, test } from 'vitest';
import { LONGEST, pausesOf } from '../../../src/components/share/walk.ts';
import { opened } from '../../../src/io/opening.ts';
import { home } from '../../../src/presets/index.ts';
import { extentOf } from '../../../src/store/cursor.ts';
import { createDerive } from '../../../src/store/derive.ts';

async function extent(hash: string) {
  const { moment } = await opened(hash, home);
  return extentOf(createDerive()(moment.inputs));
}

test('a walk through stages begins with the whole timestep, twice as long, and shows no moment twice', async () => {
  for (const cell of ['rnn', 'lstm', 'gru', 'slstm']) {
    const of = await extent(`cell=${cell}&text=abc`);
    const [first, ...rest] = pausesOf('stages', { t: 2, position: 1 }, of);
    expect(first).toEqual({ cursor: { t: 2, position: of.N }, times: 2 });
    expect(rest.map(({ cursor }) => cursor.position)).toEqual([0, ...of.stages.slice(0, -1).map(({ end }) => end)]);
    expect(rest.every(({ cursor, times }) => cursor.t === 2 && times === 1)).toBe(true);
  }
});

test('before the first timestep it is that of the first', async () => {
  const pauses = pausesOf('stages', { t: 0, position: 0 }, await extent('cell=rnn&text=abc'));
  expect(new Set(pauses.map(({ cursor }) => cursor.t))).toEqual(new Set([1]));
});

test.each([
  [1, 1],
  [100, 70],
  [200, 141],
])('of a long sequence the walk has the part around timestep %i', async (t, first) => {
  const of = await extent(`cell=rnn&text=${'ab'.repeat(100)}`);
  const pauses = pausesOf('timesteps', { t, position: 0 }, of);
  expect(pauses.map(({ cursor }) => cursor.t)).toEqual(Array.from({ length: LONGEST }, (_, k) => first + k));
});
