import { displayed, percentage } from '../../notation/number.ts';
import { likeliest } from '../../notation/outputs.ts';
import { tokenName } from '../../text/tokens.ts';
import type { Labels } from './LabelRow.tsx';

/** The answers over a run: K outputs at every timestep, row by row, and for classes their probabilities. */
export interface RunAnswers {
  readonly names: readonly string[];
  readonly y: Float64Array;
  readonly probabilities: Float64Array | null;
  /** The output asked about. */
  readonly asked: number | null;
  readonly onAsk: (output: number) => void;
}

/** The likeliest output of every timestep, or the first value, shown over the columns. */
export function labelsOf({ names, y, probabilities }: Pick<RunAnswers, 'names' | 'y' | 'probabilities'>): Labels {
  const K = names.length;
  const rows = Array.from({ length: y.length / K }, (_, t) => y.subarray(t * K, (t + 1) * K));
  if (!probabilities) {
    const texts = rows.map((row) => displayed(row[0], 1));
    return { kind: 'answer', name: 'Answers', texts, spoken: (t) => `answer ${texts[t - 1]}`, shares: null };
  }
  const best = rows.map(likeliest);
  const shares = best.map((k, t) => probabilities[t * K + k]);
  return {
    kind: 'answer',
    name: 'Answers',
    texts: best.map((k) => names[k]),
    spoken: (t) => `answer ${tokenName(names[best[t - 1]])}, ${percentage(shares[t - 1])}`,
    shares,
  };
}
