import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../src/io/moment.ts';
import { home } from '../../../src/presets/index.ts';
import { createDerive } from '../../../src/store/derive.ts';
import { unitRequestFor } from '../../../src/store/search/choices.ts';
import { type UnitRequest, unitExamined, unitRequestSchema } from '../../../src/store/search/unit.ts';
import { unitWords } from '../../../src/store/search/unitWords.ts';
import { anbn } from '../../../src/training/tasks/equalCounts.ts';

const requestOf = async (preset: string, signal: string, unit: number, level: number): Promise<UnitRequest> => {
  const derived = createDerive()((await home.presets(preset)) as Inputs);
  return unitRequestFor(derived, anbn, { task: anbn, subject: { kind: 'task', id: 'anbn' }, level }, { signal, unit });
};

describe('the page of a unit', () => {
  it('of the unit that was set by hand to count says what it counts, and where it is highest', async () => {
    const answer = unitExamined(await requestOf('count-anbn', 'C', 0, 6));
    expect(answer.follows[0].label).toBe('how many a are not yet met by b');
    expect(answer.follows[0].searched).toBeCloseTo(1, 9);
    const [first] = answer.highest;
    expect([first.t, first.before.length, first.token]).toEqual([6, 5, 'a']);
    expect(new Set(answer.highest.map(({ before, after }) => `${before} ${after}`)).size).toBe(answer.highest.length);
    expect(unitWords(answer, 'class')).toMatch(/^It follows how many a are not yet met by b: r = 1\.00/);
  });
  it('of a trained unit says what the answers need of it', async () => {
    const answer = unitExamined(await requestOf('trained-anbn-lstm', 'C', 0, 20));
    expect(answer.held?.free).toBe(answer.held?.asked);
    expect(answer.held?.held).toBeLessThan(0.95 * (answer.held?.asked ?? 0));
    expect(unitWords(answer, 'class')).toMatch(/answers change: 8\d.% are right instead of 100.%\.$/);
  });
  it('of a unit that means nothing says so', async () => {
    const request = await requestOf('trained-anbn-lstm', 'C', 0, 20);
    const still = { ...request, head: { W: new Float64Array(12), b: Float64Array.of(0, 1, 0) } };
    const answer = unitExamined(still);
    expect(unitWords({ ...answer, follows: answer.follows.map((one) => ({ ...one, above: false })) }, 'class')).toMatch(
      /^It follows no track .+ Held at its mean of .+ none of [\d,]+ answers changes: \d+.% are right either way\. By itself, this unit tracks nothing that was asked about\.$/,
    );
  });
  it('comes to the same for a request that went through a message, and refuses a unit that is not there', async () => {
    const request = await requestOf('trained-anbn-gru', 'h', 1, 5);
    expect(unitExamined(v.parse(unitRequestSchema, structuredClone(request)))).toEqual(unitExamined(request));
    expect(() => unitExamined({ ...request, unit: 9 })).toThrow('This cell has no unit 10 of “h”.');
  });
});
