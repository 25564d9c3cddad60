import type { Task } from '../task.ts';
import { fewDigits } from './fewDigits.ts';
import { sineOfTurns } from './sine.ts';

const T = 50;
const PERIOD = 12;

/**
 * A sine of fixed period and unknown phase, plus noise uniform within ±level % of its amplitude. The predictable part
 * is the sine; no prediction has a mean squared error below that of the noise, (level/100)²/3.
 */
export const noisy: Task = {
  id: 'noisy',
  title: 'Wave in noise',
  sentence: 'Predict the next value of a regular wave under noise; the noise itself cannot be predicted.',
  asks: 'value',
  level: { label: 'noise in %', min: 0, max: 200, initial: 50 },
  inputs: ['value'],
  symbols: false,
  outputs: ['value'],
  tracks: [
    { id: 'wave', label: 'the wave without the noise' },
    { id: 'next', label: 'the next value of the wave without the noise' },
    { id: 'noise', label: 'the noise' },
  ],
  asked: ({ x }) => ({ targets: Array.from(x, (_, t) => x[t + 1] ?? null) }),
  example(random, percent) {
    const phase = random.real();
    const wave = Array.from({ length: T + 1 }, (_, t) => sineOfTurns(t / PERIOD + phase));
    const noise = wave.map(() => (percent / 100) * (2 * random.real() - 1));
    const values = wave.map((value, t) => value + noise[t]);
    const read = values.slice(0, T);
    return {
      x: Float64Array.from(read),
      tokens: read.map(fewDigits),
      targets: values.slice(1),
      tracks: { wave: wave.slice(0, T), next: wave.slice(1), noise: noise.slice(0, T) },
    };
  },
};
