import { describe, expect, it } from 'vitest';
import { examine } from '../../scripts/examine/examine.ts';

const text = async (...given: string[]): Promise<string> => (await examine(given)).out;
const data = async <T>(...given: string[]): Promise<T> => JSON.parse(await text(...given, '--json'));

interface Step {
  readonly signals: Readonly<Record<string, readonly number[]>>;
  readonly answer: string;
}
const stepsOf = async (...given: string[]): Promise<readonly Step[]> =>
  (await data<{ timesteps: readonly Step[] }>('values', '--preset', 'trained-anbn-lstm', ...given)).timesteps;

describe('npm run examine -- --hold f=1@5..', () => {
  it('prints a run whose memory is kept from there on, and what that does to the answer', async () => {
    const free = await stepsOf();
    const held = await stepsOf('--hold', 'f=1@5..');
    expect(held.slice(0, 4)).toEqual(free.slice(0, 4));
    let memory = held[3].signals.C;
    for (const { signals } of held.slice(4)) {
      expect(signals.f).toEqual([1, 1, 1, 1]);
      expect(signals.C).toEqual(memory.map((value, unit) => value + signals.written[unit]));
      memory = signals.C;
    }
    const printed = await text('--preset', 'trained-anbn-lstm', '--hold', 'f=1@5..');
    const [, line] = /^Answer at 22: (.*)$/m.exec(printed) ?? [];
    expect([free[21].answer, held[21].answer]).toEqual(['$', 'b']);
    expect(line).toMatch(/^“[$]” 9\d\s% → “b” .*; first changed: kept memory at 5\.$/);
    const address = '#v=1&preset=trained-anbn-lstm&interventions=f=1@5..';
    const byLink = await data<{ timesteps: readonly Step[] }>('values', '--link', address);
    expect(byLink.timesteps).toEqual(held);
  });
  it('and of the other kinds, of some units, on a wire, and borrowed from another sequence', async () => {
    const free = await stepsOf('--sequence', 'aabb');
    const other = await stepsOf('--sequence', 'abbb');
    const last = async (...given: string[]) => (await stepsOf('--sequence', 'aabb', ...given))[3].signals;
    const [, , , end] = free;
    expect((await last('--scale', 'C:2=0.5@4')).C).toEqual(end.signals.C.map((v, k) => (k === 1 ? v * 0.5 : v)));
    const cut = await last('--cut', 'prev.h/o@4');
    expect(cut.o).not.toEqual(end.signals.o);
    expect({ ...cut, o: [], 'o.pre': [], h: [] }).toEqual({ ...end.signals, o: [], 'o.pre': [], h: [] });
    expect((await last('--borrow', 'C=other@4', '--other', 'abbb')).C).toEqual(other[3].signals.C);
    expect((await last('--borrow', 'C=@2@4')).C).toEqual(free[1].signals.C);
    const noisy = await last('--noise', 'f=0.1:3@4');
    noisy.f.forEach((value, k) => {
      expect(Math.abs(value - end.signals.f[k])).toBeLessThanOrEqual(0.1);
    });
    expect(noisy.f).not.toEqual(end.signals.f);
  });
  it('says why a held value is what it is, and what it would be', async () => {
    const asked = ['why', '--preset', 'trained-anbn-lstm', '--signal', 'f', '--timestep', '6'];
    const [, free] = /^Why f₁ at timestep 6 is (.*):$/m.exec(await text(...asked)) ?? [];
    expect(await text(...asked, '--hold', 'f=0.5@6')).toContain(
      `Why f₁ at timestep 6 is 0.50:\nf held at 0.50 at t = 6.\nComputed, it would be ${free}:`,
    );
  });
  it('refuses what cannot be meant with a sentence', async () => {
    const given = ['--preset', 'trained-anbn-lstm'];
    await expect(examine([...given, '--hold', 'f'])).rejects.toThrow('--hold is f; write it as in --hold f=1@5...');
    await expect(examine([...given, '--hold', 'q=1'])).rejects.toThrow('LSTM has no “q” to change');
    await expect(examine(['saturation', ...given, '--hold', 'f=1'])).rejects.toThrow(
      'saturation works only on runs without interventions',
    );
    await expect(examine(['effect', ...given])).rejects.toThrow('There is no intervention');
    const link = '#preset=trained-anbn-lstm&interventions=f=1@5..';
    const free = await examine(['saturation', '--preset', 'trained-anbn-lstm']);
    const { out, notices } = await examine(['saturation', '--link', link]);
    expect(out.split('\n').slice(1)).toEqual(free.out.split('\n').slice(1));
    expect(notices).toEqual([expect.stringContaining('The interventions do not act on these numbers')]);
    await expect(examine([...given, '--borrow', 'C=other'])).rejects.toThrow(
      'C cannot be borrowed without another run',
    );
  });
});

describe('npm run examine -- --patch', () => {
  const given = ['--preset', 'trained-remember-first-lstm', '--sequence', 'Axyzxyz?', '--patch'];
  it('prints the map against the other sequence', async () => {
    const { rows, entries, a, b } = await data<{ rows: string[]; entries: number[][]; a: number; b: number }>(
      ...given,
      '--other',
      'Cxyzxyz?',
    );
    expect(b - a).toBeGreaterThan(5);
    expect(Math.min(...entries[rows.indexOf('C')])).toBeGreaterThan(0.9);
    expect(Math.max(...entries[rows.indexOf('f')])).toBeLessThan(0.05);
    const units = await data<{ rows: string[]; entries: number[][] }>(...given, '--other', 'Cxyzxyz?', '--signal', 'C');
    expect(units.rows).toHaveLength(8);
    expect(Math.max(...units.entries.map((row) => row[4]))).toBeLessThan(0.6);
  });
  it('says that there is none where both answer alike, and asks for the other sequence', async () => {
    expect(await text(...given, '--other', 'Ayyyyyy?', '--timestep', '8')).toContain('Both runs give the same answer');
    await expect(examine(given)).rejects.toThrow('Give its sequence with --other');
    await expect(examine([...given, '--other', 'C?'])).rejects.toThrow(
      '--other has 2 timesteps; give as many as the first sequence has: 8',
    );
  });
});

describe('npm run examine -- compare', () => {
  interface Comparison {
    readonly first: { readonly timestep: number; readonly signal: string; readonly a: number; readonly b: number };
    readonly terms: readonly { readonly from: string; readonly share: number }[];
    readonly sharing: { readonly counts: readonly number[]; readonly onlyA: readonly string[] };
  }
  it('prints where a cell and another part, by terms that add up, and what they share', async () => {
    const given = ['compare', '--preset', 'trained-anbn-lstm', '--beside', 'trained-anbn-coupled'];
    const { first, terms, sharing } = await data<Comparison>(...given);
    expect(first).toMatchObject({ timestep: 1, signal: 'f' });
    expect(Math.abs(terms.reduce((sum, { share }) => sum + share, 0) - (first.b - first.a))).toBeLessThan(1e-12);
    expect(sharing).toMatchObject({ counts: [112, 84], onlyA: ['U_i', 'W_i', 'b_i'] });
    expect(await text(...given)).toContain('They part at timestep 1 in f, unit 1:');
  });
  it('prints where a change begins to tell', async () => {
    const given = ['compare', '--preset', 'trained-anbn-lstm', '--hold', 'f=1@5..', '--threshold', '0'];
    expect((await data<Comparison>(...given)).first).toMatchObject({ timestep: 5, signal: 'f' });
    await expect(examine(['compare', '--preset', 'trained-anbn-lstm'])).rejects.toThrow(
      'Choose what to compare the run with',
    );
  });
});
