import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { seededWeights } from '../../../src/io/weights.ts';
import { countLetters } from '../../../src/presets/countLetters.ts';
import { createDerive } from '../../../src/store/derive.ts';
import { requestSchema, type SearchRequest, searched } from '../../../src/store/search/search.ts';

/** Search request of the page for the cell that was set by hand to count. */
const { cell, sizes, parameters } = createDerive()(countLetters.inputs);
const request: SearchRequest = {
  cell: cell.id,
  options: cell.options,
  H: sizes.H,
  parameters,
  initial: {},
  subject: { kind: 'task', id: 'anbn' },
  track: 'a-b',
};

describe('a search over fresh sequences of a task', () => {
  it('finds the cell state that counts a up and b down, on sequences of the task', () => {
    const { search, level } = searched(request);
    expect(search.found[0]).toMatchObject({ signal: 'C', unit: 0 });
    expect(search.found[0].searched).toBeCloseTo(1, 12);
    expect(search.found[0].confirmed).toBeCloseTo(1, 12);
    expect(search.chance).toBeLessThan(1);
    expect(level).toBeGreaterThan(1);
  });
  it('tells how often the gates stood at an end on the same sequences', () => {
    const { saturation } = searched(request);
    expect(saturation.find(({ signal, unit }) => signal === 'f' && unit === 3)).toMatchObject({ shut: 1, open: 0 });
    expect(saturation.find(({ signal, unit }) => signal === 'i' && unit === 3)).toMatchObject({ shut: 0, open: 1 });
  });
  it('reads sequences of the level at which the cell was trained, where it is known', () => {
    const [short, long] = [5, 50].map((level) => searched({ ...request, level }));
    expect([short.level, short.asked, long.level, long.asked]).toEqual([5, true, 50, true]);
    expect(long.search.samples[0]).toBeGreaterThan(4 * short.search.samples[0]);
    expect(searched(request)).toMatchObject({ level: 10, asked: false });
  });
  it('searches what was held back of a text of the reader’s own', () => {
    const text = `${'ab'.repeat(100)}${'ba.'.repeat(17)}`.slice(0, 250);
    const D = new Set(text).size;
    const inputs = {
      ...countLetters.inputs,
      sequence: { kind: 'text', text: 'ab.', unit: 'characters', vocabulary: null } as const,
    };
    const derived = createDerive()({ ...inputs, weights: seededWeights() });
    const subject = { kind: 'text', text, window: 9 } as const;
    const { search, level } = searched({
      ...request,
      parameters: derived.parameters,
      subject,
      track: 'sentence',
      level: 9,
    });
    expect([D, level]).toEqual([3, 9]);
    // no sentence ends in the training part: everything that a unit could follow is in the held-out fifth
    expect(search.samples[0]).toBeGreaterThan(100);
  });
  it('comes to the same for a request that went through a message', () => {
    expect(searched(v.parse(requestSchema, structuredClone(request)))).toEqual(searched(request));
  });
  it('says in a sentence where a request does not fit', () => {
    expect(() => searched({ ...request, subject: { kind: 'task', id: 'nothing' } })).toThrow(/no task “nothing”/);
    expect(() => searched({ ...request, track: 'nothing' })).toThrow(/tracks nothing called “nothing”/);
    expect(() => searched({ ...request, level: 1 })).toThrow(
      /^Largest n 1 is too small: choose a whole number from 2 to 100/,
    );
    expect(() => searched({ ...request, cell: 'nothing' })).toThrow(/no cell/);
    expect(() => searched({ ...request, subject: { kind: 'task', id: 'brackets' }, track: 'depth' })).toThrow(
      /needs \d+ values/,
    );
    expect(v.safeParse(requestSchema, { ...request, parameters: { b_f: [1, 2] } }).success).toBe(false);
  });
});
