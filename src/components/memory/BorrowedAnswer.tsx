import { displayed } from '../../notation/number.ts';
import { likeliest, outputText } from '../../notation/outputs.ts';
import type { MapQuestion, Readings } from '../../store/memory/memory.ts';
import { tokenLabel } from '../../text/tokens.ts';

interface BorrowedAnswerProps {
  readonly readings: Readings;
  readonly question: MapQuestion;
  /** The names of the outputs; null without a head. */
  readonly outputs: readonly string[] | null;
}

/** The position of the answer between that of run A, on the left, and that of run B, on the right. */
export function BorrowedAnswer({ readings, question, outputs }: BorrowedAnswerProps) {
  const { a, b, share } = readings;
  const name = (row: typeof a): string => {
    if (outputs === null) return displayed(row.y[0]);
    return row.probabilities ? tokenLabel(outputs[likeliest(row.y)]) : outputText(row, question.output);
  };
  const part = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
  return (
    <div className="borrowed-answer" aria-hidden="true">
      <span className="hint">answer at {question.timestep}</span>
      <bdi>{name(a)}</bdi>
      <span className="way">
        <span className="moved" style={{ inlineSize: `${100 * part}%` }} />
      </span>
      <bdi>{name(b)}</bdi>
    </div>
  );
}
