import { useId, useMemo, useState } from 'react';
import { AskFoot } from '../../components/ask/AskFoot.tsx';
import { AskForm } from '../../components/ask/AskForm.tsx';
import { AskVerdict } from '../../components/ask/AskVerdict.tsx';
import { ClassAnswers } from '../../components/ask/ClassAnswers.tsx';
import { useCommitted, useKept } from '../../components/ask/kept.ts';
import { answerReason } from '../../components/marks/answerReason.ts';
import { askedOf, type Mark, marksOf } from '../../components/marks/marks.ts';
import type { Axis } from '../../grades/axis.ts';
import type { GradeBook } from '../../grades/book.ts';
import { questionCheck } from '../../grades/place.ts';
import type { Inputs } from '../../io/moment.ts';
import { likeliest, outputText } from '../../notation/outputs.ts';
import type { Derived } from '../../store/derive.ts';
import { rowAt } from '../../store/predictions.ts';
import { inQuotes, tokenName } from '../../text/tokens.ts';

/** The run and the timestep that are asked about. */
interface Moment {
  readonly inputs: Inputs;
  readonly derived: Derived;
  readonly t: number;
}

interface Props extends Moment {
  readonly book: GradeBook | null;
  /** The place of the question among the reader's answers. */
  readonly place: string;
  /** The question in words that no other question has. */
  readonly question: string;
  readonly onCommit: () => void;
}

/**
 * Asks what comes next before the network answers, then compares the guess with its answer and with the right one, and says
 * what makes the latter right.
 */
export function AskAnswer({ book, place, question, inputs, derived, t, onCommit }: Props) {
  const name = useId();
  const { predictions, encoded } = derived;
  const names = [...(predictions?.head.outputs ?? [])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const right = rightAt({ inputs, derived, t });
  const of = questionCheck([question, ...names, right].join('\n'));
  const { kept, commit } = useKept(book, place, of);
  const axis: Axis = { kind: 'options', labels: names.map(tokenName) };
  const [picked, setPicked] = useState('');
  const [given, setGiven] = useState(false);
  const earlier = given || !kept ? undefined : names[kept.answer];
  const guess = earlier ?? picked;
  const committed = given || earlier !== undefined;
  useCommitted(earlier !== undefined, onCommit);
  if (!predictions) return null;
  return (
    <>
      <AskForm
        ready={guess !== ''}
        onCommit={(sure) => {
          setGiven(true);
          commit({ answer: names.indexOf(guess), sure, right: guess === right });
          onCommit();
        }}
        answer={
          committed ? (
            <>
              <Compared inputs={inputs} derived={derived} t={t} guess={guess} />
              <AskFoot book={book} axis={axis} kept={kept} />
            </>
          ) : null
        }
      >
        <h3 id={name}>
          <small>Question</small> After {inQuotes(encoded.tokens[t - 1])}, which is the right answer?
        </h3>
        <select
          aria-labelledby={name}
          value={guess}
          disabled={committed}
          onChange={({ target }) => setPicked(target.value)}
        >
          <option value="" disabled>
            Choose
          </option>
          {names.map((one) => (
            <option key={one} value={one}>
              {tokenName(one)}
            </option>
          ))}
        </select>
        <p className="print-options">{names.map(tokenName).join(' · ')}</p>
      </AskForm>
      <ClassAnswers book={book} of={of} axis={axis} />
    </>
  );
}

function Compared({ inputs, derived, t, guess }: Moment & { readonly guess: string }) {
  const { predictions, encoded } = derived;
  const reason = useMemo(
    () => predictions && answerReason(inputs, encoded, t, predictions.head.outputs),
    [inputs, encoded, t, predictions],
  );
  if (!predictions) return null;
  const row = rowAt(predictions, t);
  const best = likeliest(row.y);
  const mark = markAt({ inputs, derived, t });
  const answered = `The network answers ${inQuotes(predictions.head.outputs[best])} (${outputText(row, best)})`;
  return (
    <AskVerdict>
      {mark ? (
        <>
          <p>
            <strong>{guess === mark.expected ? '✓ Right' : `✗ The right answer is ${inQuotes(mark.expected)}`}</strong>
          </p>
          {reason !== null && <p>{reason}</p>}
          <p>{`${answered}, which is ${mark.right ? 'right' : 'wrong'}.`}</p>
        </>
      ) : (
        <p>{`${answered}. You said ${inQuotes(guess)}.`}</p>
      )}
    </AskVerdict>
  );
}

/** The answer that counts as right: by the task of the weights or, where there is none, that of the network. */
function rightAt(moment: Moment): string {
  const { predictions } = moment.derived;
  return markAt(moment)?.expected ?? predictions?.head.outputs[likeliest(rowAt(predictions, moment.t).y)] ?? '';
}

/** The right answer by the task of the weights; null where there is none. */
function markAt({ inputs, derived: { predictions, encoded }, t }: Moment): Mark | null {
  const asked = askedOf(inputs, encoded);
  return asked && predictions && marksOf(predictions, asked)[t - 1];
}
