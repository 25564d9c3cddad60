import { isRight, type StudyAnswer, type StudyTest, studyItems } from '../../src/questions/study.ts';

/** Gain of a class from the first test to the second. */
export interface Gain {
  /** Students who took both tests in full. */
  readonly n: number;
  /** Students left out because of a missing answer. */
  readonly incomplete: readonly string[];
  /** Mean shares of right answers, 0 to 1. */
  readonly pre: number;
  readonly post: number;
  /** Mean difference between a student's two shares, with its 95 % interval (Student's t on the paired differences). */
  readonly gain: number;
  readonly interval: readonly [low: number, high: number] | null;
  /** Normalised gain (post − pre) / (1 − pre) (Hake 1998); null if pre is 1. */
  readonly normalised: number | null;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Computes the gain of a class from its answers. If a student answered an item more than once, the last answer counts. */
export function gainOf(answers: readonly StudyAnswer[]): Gain {
  const students = [...new Set(answers.map(({ student }) => student))];
  const share = (student: string, test: StudyTest): number | null => {
    const last = new Map(
      answers.filter((a) => a.student === student && a.test === test).map((answer) => [answer.item, answer]),
    );
    return last.size === studyItems(test).length ? mean([...last.values()].map((a) => Number(isRight(a)))) : null;
  };
  const shares = students.map((student) => ({ student, pre: share(student, 'pre'), post: share(student, 'post') }));
  const both = shares.flatMap(({ pre, post }) => (pre === null || post === null ? [] : [{ pre, post }]));
  const incomplete = shares.filter(({ pre, post }) => pre === null || post === null).map(({ student }) => student);
  const [pre, post] = [mean(both.map((s) => s.pre)), mean(both.map((s) => s.post))];
  const differences = both.map((s) => s.post - s.pre);
  const gain = mean(differences);
  const n = both.length;
  if (n < 2) return { n, incomplete, pre, post, gain, interval: null, normalised: pre < 1 ? gain / (1 - pre) : null };
  const variance = differences.reduce((sum, d) => sum + (d - gain) ** 2, 0) / (n - 1);
  const margin = tQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  return {
    n,
    incomplete,
    pre,
    post,
    gain,
    interval: [gain - margin, gain + margin],
    normalised: pre < 1 ? gain / (1 - pre) : null,
  };
}

/**
 * The quantile p > ½ of Student's t with `df` degrees of freedom. With t = √df · tan θ the density becomes cos θ to the
 * power df − 1, which is integrated by Simpson's rule; the quantile follows by bisection.
 */
export function tQuantile(p: number, df: number): number {
  const density = (theta: number): number => Math.cos(theta) ** (df - 1);
  const half = simpson(density, 0, Math.PI / 2);
  let [low, high] = [0, Math.PI / 2];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (0.5 + simpson(density, 0, middle) / (2 * half) < p) low = middle;
    else high = middle;
  }
  return Math.sqrt(df) * Math.tan(low);
}

function simpson(f: (x: number) => number, from: number, to: number, steps = 2000): number {
  const h = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let k = 1; k < steps; k++) sum += f(from + k * h) * (k % 2 === 1 ? 4 : 2);
  return (sum * h) / 3;
}
