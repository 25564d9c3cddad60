import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { StateFlow } from '../../src/analysis/gradientFlow.ts';
import { plainKernels } from '../../src/engine/single/plain.ts';
import { accuracyOf, finish, startedRun } from '../../src/laboratory/experiment.ts';
import { directWords, fate } from '../../src/laboratory/gradientWords.ts';
import { pointAt, pointsOf } from '../../src/laboratory/measured.ts';
import { requestSchema } from '../../src/laboratory/pointMessages.ts';
import { gaps, labCells, openings, shipped } from '../../src/laboratory/recipe.ts';
import { networkFrom } from '../../src/laboratory/weightsText.ts';
import { programsOf } from '../../src/training/network.ts';
import { many } from '../setup/cases.ts';

const settings = { ...shipped, gap: 20, opening: 4, rate: 0.003 };

describe('what is shipped', () => {
  it('holds every cell at every gap and opening, seed by seed', () => {
    for (const cell of labCells)
      for (const opening of openings) {
        expect(pointsOf(cell, opening).map(({ gap }) => gap)).toEqual(gaps);
        for (const gap of gaps) {
          const accuracy = pointAt(cell, opening, gap)?.accuracy ?? [];
          expect(accuracy).toHaveLength(shipped.seeds);
          expect(accuracy.every((share) => share >= 0 && share <= 1)).toBe(true);
        }
      }
  });
  it.runIf(many).each([
    ['rnn', 0, 10],
    ['gru', 4, 5],
  ] as const)(
    'comes out again for %s at a bias of %d and a gap of %d: accuracy and weights, number by number',
    (cell, opening, gap) => {
      const point = pointAt(cell, opening, gap);
      if (!point) throw new Error('not measured');
      const trainer = startedRun(cell, { ...settings, gap, opening, rate: point.rate }, 1, plainKernels);
      finish(trainer, shipped.updates);
      expect(accuracyOf(trainer)).toBe(point.accuracy[0]);
      const file = new URL(`../../src/laboratory/data/gap-${gap}.json`, import.meta.url);
      const text = JSON.parse(readFileSync(file, 'utf8'))[`${cell} ${opening}`];
      const network = networkFrom(text, programsOf(trainer.architecture)[0], 4);
      for (const [name, values] of Object.entries(trainer.network().layers[0]))
        expect([...network.parameters[name]], name).toEqual([...values].map(Math.fround));
    },
  );
});

describe('a request to train', () => {
  const request = { cell: 'gru', settings: { gap: 5, opening: 1, parameters: 300, updates: 10, rate: 0.01, seeds: 1 } };
  it('is taken within its bounds and refused beyond them', () => {
    expect(v.safeParse(requestSchema, request).success).toBe(true);
    for (const change of [{ gap: 1e9 }, { rate: Number.NaN }, { updates: 0 }, { seeds: 1.5 }, { parameters: 1e6 }])
      expect(v.safeParse(requestSchema, { ...request, settings: { ...request.settings, ...change } }).success).toBe(
        false,
      );
    expect(v.safeParse(requestSchema, { ...request, cell: 'nothing' }).success).toBe(false);
  });
});

describe('the sentences on a gradient', () => {
  const flow = (total: number[], direct: number[] | null = null): StateFlow => ({
    state: 'C',
    total: Float64Array.from(total),
    direct: direct && Float64Array.from(direct),
    rest: direct && Float64Array.from(total, (v, d) => Math.abs(v - direct[d])),
  });
  const powers = (factor: number, n: number): number[] => Array.from({ length: n + 1 }, (_, d) => factor ** d);

  const said = (one: StateFlow, distance: number): string => {
    const { word, why } = fate(one, distance);
    return `${word}: ${why}`;
  };

  it('give the factor a timestep and what is left', () => {
    expect(said(flow(powers(0.5, 20)), 20)).toBe(
      'Vanishing: each timestep multiplies the gradient of C by 0.500 on average; over 20 timesteps 9.5 × 10⁻⁷ of it is left.',
    );
    expect(said(flow(powers(2, 20)), 20)).toMatch(/^Exploding: .* by 2 on average; over 20 timesteps it grows to /);
    expect(said(flow(powers(0.99, 20)), 20)).toMatch(
      /^Held: .* by 0\.990 on average; over 20 timesteps 0\.82 of it is left/,
    );
    expect(said(flow([1, 0]), 1)).toMatch(
      /^Vanishing: over 1 timestep the gradient of C becomes too small for a float64/,
    );
  });
  it('say from where on the direct path is not all', () => {
    expect(directWords(flow([1, 0.5, 0.25]), 2)).toMatch(/^There is no direct path/);
    expect(directWords(flow([1, 0.5, 0.25], [1, 0.5, 0.25]), 2)).toMatch(/over the whole distance/);
    expect(directWords(flow([1, 0.5, 0.5], [1, 0.5, 0.25]), 2)).toMatch(
      /^From 2 timesteps on, .* gives 0\.25 of 0\.50\.$/,
    );
  });
});
