import type { Task } from '../task.ts';
import { fewDigits } from './fewDigits.ts';

/**
 * Values uniform in [0, 1) and markers: one in the first half, one in the second. The adding problem of Hochreiter &
 * Schmidhuber (1997) as posed by Le, Jaitly & Hinton (2015); always answering 1 has a mean squared error of 1/6.
 */
export const adding: Task = {
  id: 'adding',
  title: 'Add two numbers',
  sentence: 'Read many numbers, of which two are marked, and give the sum of the two at the end.',
  asks: 'value',
  level: { label: 'length', min: 2, max: 200, initial: 20, shown: 8 },
  inputs: ['value', 'marker'],
  symbols: false,
  outputs: ['sum'],
  tracks: [
    { id: 'sum', label: 'the sum of the marked numbers so far' },
    { id: 'marked', label: 'the number of marks so far' },
  ],
  asked({ x }) {
    const T = x.length / 2;
    const marked = Array.from({ length: T }, (_, t) => t).filter((t) => x[2 * t + 1] === 1);
    const sum = marked.reduce((total, t) => total + x[2 * t], 0);
    return { targets: Array.from({ length: T }, (_, t) => (t === T - 1 && marked.length === 2 ? sum : null)) };
  },
  example(random, T) {
    const half = Math.floor(T / 2);
    const marks = [random.whole(half), half + random.whole(T - half)];
    const values = Array.from({ length: T }, () => random.real());
    const marked = values.map((_, t) => marks.filter((mark) => mark <= t).length);
    const sum = marked.map((count) => marks.slice(0, count).reduce((total, mark) => total + values[mark], 0));
    return {
      x: Float64Array.from(values.flatMap((value, t) => [value, marks.includes(t) ? 1 : 0])),
      tokens: values.map((value, t) => `${fewDigits(value)}${marks.includes(t) ? ' ×' : ''}`),
      targets: values.map((_, t) => (t === T - 1 ? sum[t] : null)),
      tracks: { sum, marked },
    };
  },
};
