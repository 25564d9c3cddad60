import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Arithmetic } from '../../components/inspector/Arithmetic.tsx';
import { UnitName } from '../../components/inspector/UnitName.tsx';
import { Button } from '../../components/primitives/Button.tsx';
import type { Tape } from '../../engine/tape.ts';
import type { Home } from '../../io/opening.ts';
import type { AskedValue, LessonView } from '../../lesson/lesson.ts';
import { openedView } from '../../lesson/opened.ts';
import { arithmeticOf } from '../../notation/arithmetic.ts';
import { signalOf } from '../../notation/equation.ts';
import { displayed } from '../../notation/number.ts';
import type { Range } from '../../ops/op.ts';
import { useActions } from '../../store/context.tsx';
import { createGatescope } from '../../store/gatescope.ts';
import { inQuotes } from '../../text/tokens.ts';
import { AskAnswer } from './AskAnswer.tsx';
import { Commit, type Sure } from './Commit.tsx';
import { Gap } from './Gap.tsx';

interface Props {
  readonly view: LessonView;
  readonly asked: AskedValue;
  readonly text: string | null;
  readonly home: Home;
  readonly onAnswer: (line: number) => void;
}

/** The run of a view with the value that is asked for; made once the reader comes near, read only after a guess. */
type Run = ReturnType<typeof runOf>;

function runOf({ moment }: Awaited<ReturnType<typeof openedView>>) {
  const { inputs, cursor } = moment;
  return { derived: createGatescope({ initial: moment }).derived(), inputs, t: cursor.t };
}

/** Asks for one value of the run before the figure shows it, then compares the guess with it. */
export function AskValue({ view, asked, text, home, onAnswer }: Props) {
  const [run, setRun] = useState<Run | null>(null);
  useEffect(() => {
    let wanted = true;
    void openedView(view, text, home).then((opened) => wanted && setRun(runOf(opened)));
    return () => {
      wanted = false;
    };
  }, [view, text, home]);
  const commit = (): void => onAnswer(view.line);
  // another text is another question
  if (asked.kind === 'answer') return run && <AskAnswer key={text} {...run} onCommit={commit} />;
  if (!run?.derived.cell.signals.some(({ id }) => id === asked.signal)) return null;
  return <Guess key={text} run={run} asked={asked} onCommit={commit} />;
}

interface GuessProps {
  readonly run: Run;
  readonly asked: AskedValue & { readonly kind: 'value' };
  readonly onCommit: () => void;
}

function Guess({ run: { derived, t }, asked: { signal, unit }, onCommit }: GuessProps) {
  const name = useId();
  const { cell, tape, encoded, parameters } = derived;
  const { select } = useActions();
  const [low, high] = useMemo(() => axisOf(signalOf(cell, signal).range, tape, signal), [cell, tape, signal]);
  const [guess, setGuess] = useState<number | null>(null);
  const [sure, setSure] = useState<Sure>(null);
  const [committed, setCommitted] = useState(false);
  const verdict = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (committed) verdict.current?.focus();
  }, [committed]);
  const token = encoded.tokens[t - 1];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (guess === null || sure === null || committed) return;
    setCommitted(true);
    onCommit();
  };
  const value = committed ? tape.values(signal, t)[unit] : null;
  return (
    <form className="ask card stack" onSubmit={submit}>
      <h3 id={`${name}-title`}>
        <small>Question</small> Reading {inQuotes(token)}, what is the {signalOf(cell, signal).info.label}{' '}
        <UnitName cell={cell} slot={signal} unit={unit} /> going to be?
      </h3>
      {value === null || guess === null ? (
        <>
          <div className="row guess">
            <input
              type="range"
              aria-label="Your guess"
              aria-valuetext={guess === null ? 'no guess yet' : displayed(guess)}
              min={low}
              max={high}
              step={(high - low) / 100}
              value={guess ?? (low + high) / 2}
              data-untouched={guess === null || undefined}
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
          <Commit ready={guess !== null} sure={sure} onSure={setSure} />
        </>
      ) : (
        <div className="stack">
          <p ref={verdict} tabIndex={-1} role="status" className="ask-verdict">
            You said {displayed(guess)}; it is <strong>{displayed(value)}</strong>.
          </p>
          <Gap low={low} high={high} guess={guess} value={value} />
          <Arithmetic
            cell={cell}
            arithmetic={arithmeticOf(cell, tape, parameters, { key: signal, t, unit }, { features: encoded.features })}
            features={encoded.features}
          />
          <div className="row">
            <Button look="link" onClick={() => select(signal, unit)}>
              Show me where
            </Button>
          </div>
        </div>
      )}
    </form>
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
