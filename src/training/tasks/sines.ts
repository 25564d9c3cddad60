import type { Task } from '../task.ts';
import { fewDigits } from './fewDigits.ts';
import { sineOfTurns } from './sine.ts';

const T = 50;
/** Timesteps a turn. */
const periods = [25, 11, 17, 7];

/**
 * Sines of fixed periods, each with a phase and an amplitude of its own. A sum of n sines obeys a linear recurrence of
 * order 2n, so that after 2n values the next is certain.
 */
export const sines: Task = {
  id: 'sines',
  title: 'Sum of sines',
  sentence: 'Predict the next value of a wave that is the sum of a few regular ones.',
  asks: 'value',
  level: { label: 'sines', min: 1, max: periods.length, initial: 2 },
  inputs: ['value'],
  symbols: false,
  outputs: ['value'],
  tracks: periods.map((period, k) => ({
    id: `sine-${k + 1}`,
    label: `the sine that repeats every ${period} timesteps`,
  })),
  asked: ({ x }, n) => ({
    targets: Array.from(x, (_, t) => x[t + 1] ?? null),
    determined: Array.from(x, (_, t) => t + 1 >= 2 * n),
  }),
  example(random, n) {
    const parts = periods.slice(0, n).map((period) => {
      const phase = random.real();
      const amplitude = (1 + random.real()) / (2 * n);
      return Array.from({ length: T + 1 }, (_, t) => amplitude * sineOfTurns(t / period + phase));
    });
    const values = Array.from({ length: T + 1 }, (_, t) => parts.reduce((sum, part) => sum + part[t], 0));
    const read = values.slice(0, T);
    return {
      x: Float64Array.from(read),
      tokens: read.map(fewDigits),
      targets: values.slice(1),
      determined: read.map((_, t) => t + 1 >= 2 * n),
      tracks: Object.fromEntries(
        periods.map((_, k) => [`sine-${k + 1}`, read.map((_value, t) => parts[k]?.[t] ?? Number.NaN)]),
      ),
    };
  },
};
