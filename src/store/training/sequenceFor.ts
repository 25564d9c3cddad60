import { encode, sameFeatures } from '../../io/encode.ts';
import type { Sequence } from '../../io/sequence.ts';
import { tokensOf } from '../../io/tokens.ts';
import { scaled } from '../../text/scales.ts';
import type { Example, Task } from '../../training/task.ts';
import type { TrainingRun } from './run.ts';

/**
 * An example as a sequence for the cell: a text where its symbols can be cut out of one again, otherwise rows of numbers.
 * Either way it enters the cell as the example's x, number by number.
 */
export function sequenceFor(
  { inputs, symbols }: Pick<Task, 'inputs' | 'symbols'>,
  { x }: Pick<Example, 'x'>,
): Sequence {
  const D = inputs.length;
  const rows = Array.from({ length: x.length / D }, (_, t) => [...x.subarray(t * D, (t + 1) * D)]);
  if (symbols && rows.every((row) => row.filter((value) => value === 1).length === 1)) {
    const tokens = rows.map((row) => inputs[row.indexOf(1)]);
    for (const unit of ['characters', 'words'] as const) {
      const text = tokens.join(unit === 'words' ? ' ' : '');
      const sequence: Sequence = { kind: 'text', text, unit, vocabulary: inputs };
      if (encode(sequence).tokens.join('\n') === tokens.join('\n')) return sequence;
    }
  }
  return { kind: 'numbers', columns: inputs, rows, scaling: 'none' };
}

/** The same text in the vocabulary of a task; null if that lacks any of its tokens. */
export function sequenceKnownBy(task: Pick<Task, 'inputs' | 'symbols'>, sequence: Sequence): Sequence | null {
  if (sequence.kind !== 'text' || !task.symbols) return null;
  const known = new Set(task.inputs);
  const tokens = tokensOf(sequence.text, sequence.unit);
  return tokens.length > 0 && tokens.every((token) => known.has(token))
    ? { ...sequence, vocabulary: task.inputs }
    : null;
}

/** The rows of the table that a run learns from as the run reads them, on its scale; null for any other sequence. */
export function sequenceOnScale({ settings: { subject }, task }: TrainingRun, sequence: Sequence): Sequence | null {
  const { scales } = task;
  if (subject.kind !== 'table' || !scales || sequence.kind !== 'numbers') return null;
  const { rows } = sequence;
  const same = rows.length === subject.rows.length && rows.every((row, t) => sameRow(row, subject.rows[t]));
  if (!same) return null;
  return { ...sequence, rows: rows.map((row) => row.map((value, k) => scaled(value, scales[k]))), scaling: 'none' };
}

const sameRow = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, k) => value === b[k]);

/** True if inputs of these names belong to the task. */
export function fitsTask({ inputs }: Pick<Task, 'inputs'>, features: readonly string[]): boolean {
  return sameFeatures(features, inputs);
}
