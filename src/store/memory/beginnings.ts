import { runForward } from '../../engine/forward.ts';
import { encodeBeside } from '../../io/encode.ts';
import type { Sequence } from '../../io/sequence.ts';
import type { Derived } from '../derive.ts';
import { differingAnswers, pairOf } from './memory.ts';

/** A sequence of tokens with another one at a timestep, from 1. */
export function withToken(sequence: Sequence & { kind: 'text' }, tokens: readonly string[], t: number, token: string) {
  const changed = tokens.map((own, k) => (k === t - 1 ? token : own));
  return { ...sequence, text: changed.join(sequence.unit === 'words' ? ' ' : '') };
}

/** A sequence of numbers with another one in a column, from 0, at a timestep, from 1. */
export function withNumber(sequence: Sequence & { kind: 'numbers' }, t: number, column: number, value: number) {
  const rows = sequence.rows.map((row, k) => (k === t - 1 ? row.map((own, c) => (c === column ? value : own)) : row));
  return { ...sequence, rows };
}

/** Number of timesteps at which another beginning is tried. */
const TRIED = 60;

/**
 * Another sequence to compare with: of a text, the earliest token that can be exchanged so that an answer changes; of
 * numbers, the one whose mirror image in its column's range moves the last answer farthest. Null where none changes an
 * answer.
 */
export function proposedOther(derived: Derived, sequence: Sequence): Sequence | null {
  const { program, parameters, initial, encoded, free } = derived;
  const { tape, predictions } = free;
  const pairWith = (other: Sequence) => {
    const beside = encodeBeside(encoded, other);
    return beside && pairOf(tape, predictions, runForward(program, parameters, beside.x, initial));
  };
  const tried = Math.min(TRIED, tape.length);
  if (sequence.kind === 'text') {
    for (let t = 1; t <= tried; t++)
      for (const token of encoded.features) {
        if (token === encoded.tokens[t - 1]) continue;
        const other = withToken(sequence, encoded.tokens, t, token);
        const pair = pairWith(other);
        if (pair && differingAnswers(pair, 0).length > 0) return other;
      }
    return null;
  }
  let best: { readonly other: Sequence | null; readonly moved: number } = { other: null, moved: 0 };
  for (const column of encoded.features.keys()) {
    const values = sequence.rows.map((row) => row[column]);
    const ends = Math.min(...values) + Math.max(...values);
    for (let t = 1; t <= tried; t++) {
      const other = withNumber(sequence, t, column, ends - values[t - 1]);
      const moved = movedBy(pairWith(other), tape.length);
      if (moved > best.moved) best = { other, moved };
    }
  }
  return best.other;
}

/** The difference between the first answers of both runs at a timestep; without a head, between their first units. */
function movedBy(pair: ReturnType<typeof pairOf> | null, t: number): number {
  if (!pair) return 0;
  const { a, b, answers } = pair;
  if (!answers) return Math.abs(a.values(a.program.cell.output, t)[0] - b.values(a.program.cell.output, t)[0]);
  const K = answers.a.head.outputs.length;
  return Math.abs(answers.a.y[(t - 1) * K] - answers.b.y[(t - 1) * K]);
}
