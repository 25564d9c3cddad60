import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { countLetters } from '../../../src/presets/countLetters.ts';
import { createDerive } from '../../../src/store/derive.ts';
import { requestSchema, type SearchRequest, searched } from '../../../src/store/search/search.ts';

/** The cell whose weights were set by hand to count, as the page hands it to the search. */
const { cell, sizes, parameters } = createDerive()(countLetters.inputs);
const request: SearchRequest = {
  cell: cell.id,
  options: cell.options,
  H: sizes.H,
  parameters,
  initial: {},
  task: 'anbn',
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
  it('comes to the same for a request that went through a message', () => {
    expect(searched(v.parse(requestSchema, structuredClone(request)))).toEqual(searched(request));
  });
  it('says in a sentence where a request does not fit', () => {
    expect(() => searched({ ...request, task: 'nothing' })).toThrow(/no task/);
    expect(() => searched({ ...request, cell: 'nothing' })).toThrow(/no cell/);
    expect(() => searched({ ...request, task: 'brackets' })).toThrow(/needs \d+ values/);
    expect(v.safeParse(requestSchema, { ...request, parameters: { b_f: [1, 2] } }).success).toBe(false);
  });
});
