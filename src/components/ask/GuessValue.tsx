import { type ReactNode, useMemo, useState } from 'react';
import { arithmeticOf, type UnitRef } from '../../notation/arithmetic.ts';
import { signalOf } from '../../notation/equation.ts';
import { displayed } from '../../notation/number.ts';
import { useActions } from '../../store/context.tsx';
import type { Derived } from '../../store/derive.ts';
import { inQuotes } from '../../text/tokens.ts';
import { Arithmetic } from '../inspector/Arithmetic.tsx';
import { Button } from '../primitives/Button.tsx';
import { AskForm } from './AskForm.tsx';
import { AskVerdict } from './AskVerdict.tsx';
import { Gap } from './Gap.tsx';
import { guessAxis } from './guessAxis.ts';
import './ask.css';

interface GuessValueProps {
  readonly derived: Derived;
  /** The value that is guessed. */
  readonly at: UnitRef;
  /** The kind of question, above it. */
  readonly title?: string;
  /** The level of the question among the headings around it. */
  readonly heading?: 'h2' | 'h3';
  /** True once the reader has committed to a guess: then the value is read and compared. */
  readonly committed: boolean;
  /** The guess of an earlier visit, or null. */
  readonly kept?: number | null;
  readonly onCommit: (guess: number, sure: boolean) => void;
  /** Controls shown after the answer. */
  readonly children?: ReactNode;
}

/** Asks for one value of a run, and reads it only to compare it with the guess. */
export function GuessValue({
  derived,
  at,
  title = 'Question',
  heading: Heading = 'h3',
  committed,
  kept = null,
  onCommit,
  children,
}: GuessValueProps) {
  const { key: signal, t, unit } = at;
  const { cell, tape, encoded } = derived;
  const [low, high] = useMemo(() => guessAxis(cell, tape, signal), [cell, tape, signal]);
  const [given, setGuess] = useState<number | null>(null);
  const guess = given ?? kept;
  const token = encoded.tokens[t - 1];
  return (
    <AskForm
      ready={guess !== null}
      onCommit={(sure) => guess !== null && onCommit(guess, sure)}
      answer={
        committed && guess !== null ? (
          <Compared derived={derived} at={at} guess={guess} low={low} high={high}>
            {children}
          </Compared>
        ) : null
      }
    >
      <Heading>
        <small>{title}</small> Reading {inQuotes(token)}, what is the {signalOf(cell, signal).info.label} of unit{' '}
        {unit + 1} going to be?
      </Heading>
      {!committed && (
        <div className="row guess">
          <span className="hint">{displayed(low)}</span>
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
          <span className="hint">{displayed(high)}</span>
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
  readonly children: ReactNode;
}

/** A guess beside the value, and how the cell computes the value. */
function Compared({ derived: { cell, tape, encoded, parameters }, at, guess, low, high, children }: ComparedProps) {
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
        {children}
      </div>
    </div>
  );
}

const clamped = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
