import { useMemo, useState } from 'react';
import { AskFoot } from '../../components/ask/AskFoot.tsx';
import { ClassAnswers } from '../../components/ask/ClassAnswers.tsx';
import { GuessValue } from '../../components/ask/GuessValue.tsx';
import { boundsOf, isNear, runAxis } from '../../components/ask/guessAxis.ts';
import { useCommitted, useKept } from '../../components/ask/kept.ts';
import { usePrinted } from '../../components/useMedia.ts';
import type { Axis } from '../../grades/axis.ts';
import type { GradeBook } from '../../grades/book.ts';
import { questionCheck } from '../../grades/place.ts';
import type { Inputs } from '../../io/moment.ts';
import type { Home } from '../../io/opening.ts';
import { placeOfAsked } from '../../lesson/counted.ts';
import type { AskedValue, LessonView } from '../../lesson/lesson.ts';
import { lackOfRepeated } from '../../lesson/opened.ts';
import type { UnitRef } from '../../notation/arithmetic.ts';
import { displayed } from '../../notation/number.ts';
import { courseOf, gapOf, lastDrawn } from '../../questions/curve.ts';
import type { Derived } from '../../store/derive.ts';
import { createGatescope } from '../../store/gatescope.ts';
import { AskAnswer } from './AskAnswer.tsx';
import { askedOf } from './askedOf.ts';
import { useNear } from './useNear.ts';
import { useOpened } from './useOpened.ts';

interface Props {
  /** The book that keeps the answer; null where nobody takes results. */
  readonly book: GradeBook | null;
  readonly view: LessonView;
  readonly asked: AskedValue;
  readonly text: string | null;
  readonly home: Home;
  readonly onAnswer: (question: string) => void;
}

/** Run of a view with the value to guess. It is computed once the reader comes near and read only after a guess. */
type Run = ReturnType<typeof runOf>;

function runOf(view: LessonView, { moment, text }: NonNullable<ReturnType<typeof useOpened>>) {
  const { inputs, cursor, selection } = moment;
  return {
    question: askedOf(view, text),
    derived: createGatescope({ initial: moment }).derived(),
    inputs,
    t: cursor.t,
    unit: selection.unit,
  };
}

/** Asks for one value of the run before the figure shows it, then compares the guess with it. */
export function AskValue(props: Props) {
  const { view, text, home } = props;
  const [room, setRoom] = useState<HTMLElement | null>(null);
  const near = useNear(room);
  const printed = usePrinted();
  const opened = useOpened(view, text, home, near);
  const wanted = near || printed;
  const run = useMemo(() => (wanted && opened ? runOf(view, opened) : null), [wanted, view, opened]);
  // what is shown on paper alone moves nothing on the screen
  if (!near || !run)
    return (
      <>
        <div ref={setRoom} className="ask-room" />
        {run && (
          <div className="for-paper">
            <AskRun {...props} run={run} />
          </div>
        )}
      </>
    );
  return <AskRun {...props} run={run} />;
}

/** The question about a run that is computed. */
function AskRun({ book, view, asked, text, onAnswer, run }: Props & { readonly run: Run }) {
  const { question, derived, inputs, t, unit } = run;
  const about = {
    book,
    derived,
    place: placeOfAsked(view),
    question: `${placeOfAsked(view)} ${view.ownText ? (text ?? '') : ''}`,
    onCommit: () => onAnswer(question),
  };
  const lack = view.ownText && text !== null ? lackOfRepeated(view, derived.encoded.tokens) : null;
  if (asked.kind === 'answer') return <AskAnswer key={question} {...about} inputs={inputs} t={t} />;
  const { cell, tape } = derived;
  // the faults of the lesson say what is missing
  if (!cell.signals.some(({ id }) => id === asked.signal) || asked.unit >= tape.slot(asked.signal).size) return null;
  const at = { key: asked.signal, t, unit };
  return (
    <>
      {lack !== null && <p className="hint">{lack}</p>}
      <AskNumber key={question} {...about} inputs={inputs} at={at} last={lastDrawn(t, asked.to, tape.length)} />
    </>
  );
}

interface AskNumberProps {
  readonly book: GradeBook | null;
  readonly derived: Derived;
  readonly inputs: Inputs;
  readonly at: UnitRef;
  /** The last timestep that is asked for. */
  readonly last: number;
  /** The place of the question among the reader's answers. */
  readonly place: string;
  /** The question in words that no other question has. */
  readonly question: string;
  readonly onCommit: () => void;
}

/** Asks for a value or a curve, which counts as right if it is near. */
function AskNumber({ book, derived, inputs, at, last, place, question, onCommit }: AskNumberProps) {
  const { cell, tape } = derived;
  const [low, high] = runAxis(cell, tape, at.key, at.unit);
  const values = courseOf(tape, at.key, at.unit, at.t, last);
  // an answer belongs to its run: with other values it may no longer be right
  const of = questionCheck([question, low, high, ...values.map((value) => displayed(value))].join('\n'));
  const { kept, commit } = useKept(book, place, of);
  const isCurve = last > at.t;
  // one number is kept of each answer: the guess, or how far a curve is away
  const axis: Axis = isCurve ? { kind: 'values', low: 0, high: high - low } : { kind: 'values', low, high };
  const [committed, setCommitted] = useState(false);
  const [least, most] = isCurve ? [0, high - low] : boundsOf(cell, at.key);
  const answer = kept && Math.min(Math.max(kept.answer, least), most);
  useCommitted(kept !== null && !committed, onCommit);
  return (
    <>
      <GuessValue
        derived={derived}
        inputs={inputs}
        at={at}
        last={last}
        committed={committed || kept !== null}
        kept={answer}
        onCommit={(guesses, sure) => {
          const { mean } = gapOf(guesses, values);
          setCommitted(true);
          commit({ answer: isCurve ? Math.min(mean, high - low) : guesses[0], sure, right: isNear(mean, [low, high]) });
          onCommit();
        }}
      >
        <AskFoot book={book} axis={axis} kept={kept} />
      </GuessValue>
      <ClassAnswers book={book} of={of} axis={axis} />
    </>
  );
}
