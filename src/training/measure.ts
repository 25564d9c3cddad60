import type { Batch } from './batch.ts';
import { crossEntropy, type Derivatives, type Loss, squaredError } from './losses.ts';
import type { Task } from './task.ts';

/** The performance of a network. */
export interface Measured {
  /** The mean over all that is asked. */
  readonly loss: number;
  /** Over the answers that count: the share that is right (classes) or the mean squared error (numbers); NaN if none does. */
  readonly reaches: number;
  /** The share of sequences with every answer right that counts; 0 for numbers. */
  readonly whole: number;
}

/** Counts what a network answers, over as many batches as one likes. */
export interface Tally {
  /**
   * Counts a batch; `outputs(t)` holds K·width numbers, unit by unit, at timestep t from 1. Where asked for, writes the
   * derivatives of the batch's mean loss. Returns what the batch alone comes to.
   */
  count(batch: Batch, outputs: (t: number) => ArrayLike<number>, derivatives?: (t: number) => Derivatives): Measured;
  /** Returns the mean over all batches. */
  measured(): Measured;
}

const lossOf: Readonly<Record<Task['asks'], Loss>> = { class: crossEntropy, value: squaredError };

class Sums {
  loss = 0;
  asked = 0;
  reached = 0;
  counted = 0;
  whole = 0;
  sequences = 0;

  add(other: Sums): void {
    this.loss += other.loss;
    this.asked += other.asked;
    this.reached += other.reached;
    this.counted += other.counted;
    this.whole += other.whole;
    this.sequences += other.sequences;
  }

  get measured(): Measured {
    return { loss: this.loss / this.asked, reaches: this.reached / this.counted, whole: this.whole / this.sequences };
  }
}

export function tallyOf({ asks }: Pick<Task, 'asks'>): Tally {
  const all = new Sums();
  const loss = lossOf[asks];
  return {
    count(batch, outputs, derivatives) {
      const sums = new Sums();
      const { examples, T, targets, asked } = batch;
      const whole = examples.map(() => asks === 'class');
      for (let t = 1; t <= T; t++) {
        const y = outputs(t);
        const right = targets[t - 1];
        sums.loss += asked * loss(y, right, 1 / asked, derivatives?.(t));
        for (let b = 0; b < examples.length; b++) {
          if (Number.isNaN(right[b]) || !(examples[b].determined?.[t - 1] ?? true)) continue;
          sums.counted++;
          if (asks === 'value') sums.reached += (y[b] - right[b]) * (y[b] - right[b]);
          else if (largestOf(y, b, right.length) === right[b]) sums.reached++;
          else whole[b] = false;
        }
      }
      sums.asked = asked;
      sums.sequences = examples.length;
      sums.whole = whole.filter(Boolean).length;
      all.add(sums);
      return sums.measured;
    },
    measured: () => all.measured,
  };
}

/** The number of the largest output of sequence b; the first of equals. */
export function largestOf(outputs: ArrayLike<number>, b: number, batch: number): number {
  let best = 0;
  for (let k = 1; k * batch < outputs.length; k++) if (outputs[k * batch + b] > outputs[best * batch + b]) best = k;
  return best;
}
