import { useEffect, useMemo, useState } from 'react';
import { AskForm } from '../../components/ask/AskForm.tsx';
import { AskVerdict } from '../../components/ask/AskVerdict.tsx';
import { Arithmetic } from '../../components/inspector/Arithmetic.tsx';
import { UnitName } from '../../components/inspector/UnitName.tsx';
import { Button } from '../../components/primitives/Button.tsx';
import type { Tape } from '../../engine/tape.ts';
import type { Home } from '../../io/opening.ts';
import type { AskedValue, LessonView } from '../../lesson/lesson.ts';
import { openedView } from '../../lesson/opened.ts';
import { arithmeticOf, type UnitRef } from '../../notation/arithmetic.ts';
import { signalOf } from '../../notation/equation.ts';
import { displayed } from '../../notation/number.ts';
import type { Range } from '../../ops/op.ts';
import { useActions } from '../../store/context.tsx';
import type { Derived } from '../../store/derive.ts';
import { createGatescope } from '../../store/gatescope.ts';
import { inQuotes } from '../../text/tokens.ts';
import { AskAnswer } from './AskAnswer.tsx';
import { askedOf } from './askedOf.ts';
import { Gap } from './Gap.tsx';
import { useNear } from './useNear.ts';

interface Props {
  readonly view: LessonView;
  readonly asked: AskedValue;
  readonly text: string | null;
  readonly home: Home;
  readonly onAnswer: (question: string) => void;
}

/** Run of a view with the value to guess. It is computed once the reader comes near and read only after a guess. */
type Run = ReturnType<typeof runOf>;

function runOf(question: string, { moment }: Awaited<ReturnType<typeof openedView>>) {
  const { inputs, cursor } = moment;
  return { question, derived: createGatescope({ initial: moment }).derived(), inputs, t: cursor.t };
}

/** Asks for one value of the run before the figure shows it, then compares the guess with it. */
export function AskValue({ view, asked, text, home, onAnswer }: Props) {
  const [run, setRun] = useState<Run | null>(null);
  const [room, setRoom] = useState<HTMLElement | null>(null);
  const near = useNear(room);
  useEffect(() => {
    if (!near) return undefined;
    let wanted = true;
    void openedView(view, text, home).then((opened) => wanted && setRun(runOf(askedOf(view, text), opened)));
    return () => {
      wanted = false;
    };
  }, [near, view, text, home]);
  if (!run) return <div ref={setRoom} className="ask-room" />;
  const { question, ...about } = run;
  const commit = (): void => onAnswer(question);
  if (asked.kind === 'answer') return <AskAnswer key={question} {...about} onCommit={commit} />;
  if (!run.derived.cell.signals.some(({ id }) => id === asked.signal)) return null;
  return <Guess key={question} run={run} asked={asked} onCommit={commit} />;
}

interface GuessProps {
  readonly run: Run;
  readonly asked: AskedValue & { readonly kind: 'value' };
  readonly onCommit: () => void;
}

function Guess({ run: { derived, t }, asked: { signal, unit }, onCommit }: GuessProps) {
  const { cell, tape, encoded } = derived;
  const [low, high] = useMemo(() => axisOf(signalOf(cell, signal).range, tape, signal), [cell, tape, signal]);
  const [guess, setGuess] = useState<number | null>(null);
  const [committed, setCommitted] = useState(false);
  const token = encoded.tokens[t - 1];
  const commit = (): void => {
    setCommitted(true);
    onCommit();
  };
  return (
    <AskForm
      ready={guess !== null}
      onCommit={commit}
      answer={
        committed && guess !== null ? (
          <Compared derived={derived} at={{ key: signal, t, unit }} guess={guess} low={low} high={high} />
        ) : null
      }
    >
      <h3>
        <small>Question</small> Reading {inQuotes(token)}, what is the {signalOf(cell, signal).info.label}{' '}
        <UnitName cell={cell} slot={signal} unit={unit} /> going to be?
      </h3>
      {!committed && (
        <div className="row guess">
          <input
            type="range"
            aria-label="Your guess"
            aria-valuetext={guess === null ? 'no guess yet' : displayed(guess)}
            min={low}
            max={high}
            step={(high - low) / 100}
            value={guess ?? (low + high) / 2}
            onChange={({ target }) => setGuess(Number(target.value))}
          />
          <input
            type="number"
            aria-label="Your guess as a number"
            min={low}
            max={high}
            step="any"
            value={guess ?? ''}
            onChange={({ target }) => setGuess(target.value === '' ? null : clamped(target.valueAsNumber, low, high))}
          />
        </div>
      )}
    </AskForm>
  );
}

interface ComparedProps {
  readonly derived: Derived;
  readonly at: UnitRef;
  readonly guess: number;
  /** The ends of the axis. */
  readonly low: number;
  readonly high: number;
}

/** A guess beside the value, and how the cell computes the value. */
function Compared({ derived: { cell, tape, encoded, parameters }, at, guess, low, high }: ComparedProps) {
  const { select } = useActions();
  const { features } = encoded;
  const value = tape.values(at.key, at.t)[at.unit];
  return (
    <div className="stack">
      <AskVerdict>
        <p>
          You said {displayed(guess)}; it is <strong>{displayed(value)}</strong>.
        </p>
      </AskVerdict>
      <Gap low={low} high={high} guess={guess} value={value} />
      <Arithmetic cell={cell} arithmetic={arithmeticOf(cell, tape, parameters, at, { features })} features={features} />
      <div className="row">
        <Button look="link" onClick={() => select(at.key, at.unit)}>
          Show me where
        </Button>
      </div>
    </div>
  );
}

const clamped = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** The ends of the axis of a guess: those of the function or, where it has none, beyond every value of the run. */
function axisOf([low, high]: Range, tape: Tape, signal: string): Range {
  if (Number.isFinite(low) && Number.isFinite(high)) return [low, high];
  const largest = Array.from({ length: tape.length }, (_, t) => Math.max(...tape.values(signal, t + 1).map(Math.abs)));
  const end = Math.ceil(Math.max(1, ...largest) * 1.25);
  return [low === 0 ? 0 : -end, end];
}
