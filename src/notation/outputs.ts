import { inQuotes } from '../text/tokens.ts';
import { displayed, percentage } from './number.ts';

/** The outputs of one timestep: y, and for classes the probability of each. */
export interface OutputRow {
  readonly y: ArrayLike<number>;
  readonly probabilities: ArrayLike<number> | null;
}

/** The output with the largest value; the first of equal ones. */
export function likeliest(y: ArrayLike<number>): number {
  let best = 0;
  for (let k = 1; k < y.length; k++) if (y[k] > y[best]) best = k;
  return best;
}

/** One output as people read it: a probability where classes are asked, otherwise the number itself. */
export function outputText({ y, probabilities }: OutputRow, k: number): string {
  return probabilities ? percentage(probabilities[k]) : displayed(y[k]);
}

/** The answer in a few words: “b”, 93 %; or each value by name. Nothing where an output is not a number. */
export function answerText(outputs: readonly string[], row: OutputRow): string | undefined {
  if (Array.from(row.y).some(Number.isNaN)) return undefined;
  if (row.probabilities) {
    const k = likeliest(row.y);
    return `${inQuotes(outputs[k])}, ${outputText(row, k)}`;
  }
  return outputs.map((name, k) => `${name} ${outputText(row, k)}`).join(', ');
}
