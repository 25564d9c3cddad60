import { type ReactNode, useMemo, useState } from 'react';
import type { Inputs } from '../../io/moment.ts';
import { arithmeticOf, type UnitRef } from '../../notation/arithmetic.ts';
import { signalOf } from '../../notation/equation.ts';
import { displayed } from '../../notation/number.ts';
import { courseOf, gapOf } from '../../questions/curve.ts';
import { useGatescope, useInstance } from '../../store/context.tsx';
import type { Derived } from '../../store/derive.ts';
import { inQuotes } from '../../text/tokens.ts';
import { Arithmetic } from '../inspector/Arithmetic.tsx';
import { Button } from '../primitives/Button.tsx';
import { AskForm } from './AskForm.tsx';
import { AskVerdict } from './AskVerdict.tsx';
import { CourseChart, type CourseChartProps } from './CourseChart.tsx';
import { GuessStrip } from './GuessStrip.tsx';
import { boundsOf, comparedAxis, isNear, nearest, openAxis, runAxis } from './guessAxis.ts';
import './ask.css';

interface GuessValueProps {
  readonly derived: Derived;
  /** The value that is guessed. */
  readonly at: UnitRef;
  /** The last timestep of a curve to draw, which begins with the value; that of the value where nothing more is asked. */
  readonly last?: number;
  /** The inputs of the run, where the figure beside the question may meanwhile show another one. */
  readonly inputs?: Inputs;
  /** The kind of question, above it. */
  readonly title?: string;
  /** The level of the question among the headings around it. */
  readonly heading?: 'h2' | 'h3';
  /** True once the reader has committed to a guess: then the values are read and compared. */
  readonly committed: boolean;
  /** The guess of an earlier visit or, of a curve, its mean distance from the values; null without one. */
  readonly kept?: number | null;
  /** Called once, with one guess for each timestep that is asked for. */
  readonly onCommit: (guesses: readonly number[], sure: boolean) => void;
  /** Controls shown after the answer. */
  readonly children?: ReactNode;
}

/** Computed timesteps shown before those that are asked for. */
const BEFORE = 6;
/** Columns of a strip that a phone has room for. */
const COLUMNS = 16;

/** Asks for the value of a unit at one timestep or at several, and reads it there only to compare it with the guess. */
export function GuessValue({
  derived,
  at,
  last = at.t,
  inputs,
  title = 'Question',
  heading: Heading = 'h3',
  committed,
  kept = null,
  onCommit,
  children,
}: GuessValueProps) {
  const { key: signal, t, unit } = at;
  const { cell, tape, encoded } = derived;
  const count = last - t + 1;
  const [guesses, setGuesses] = useState<readonly (number | null)[]>(() => Array(count).fill(null));
  // the axis remains the same during a stroke
  const [settled, setSettled] = useState(guesses);
  const begin = Math.max(1, t - Math.min(BEFORE, COLUMNS - count));
  // from the initial state on
  const before = useMemo(() => courseOf(tape, signal, unit, 0, t - 1), [tape, signal, unit, t]);
  const name = `${signalOf(cell, signal).info.label} of unit ${unit + 1}`;
  const course = { name, known: before.slice(begin), first: t, tokens: encoded.tokens };
  const drawn = guesses.every((guess) => guess !== null) ? guesses : count === 1 && kept !== null ? [kept] : null;
  return (
    <AskForm
      ready={drawn !== null}
      onCommit={(sure) => drawn && onCommit(drawn, sure)}
      answer={
        committed ? (
          <Compared derived={derived} at={at} inputs={inputs} course={course} guesses={drawn} away={kept} count={count}>
            {children}
          </Compared>
        ) : null
      }
    >
      <Heading>
        <small>{title}</small>{' '}
        {count === 1
          ? `Reading ${inQuotes(encoded.tokens[t - 1])}, what is the ${name} going to be?`
          : `How is the ${name} going to change from timestep ${t} to ${last}?`}
      </Heading>
      {!committed && (
        <GuessStrip
          {...course}
          axis={openAxis(cell, signal, before, settled)}
          bounds={boundsOf(cell, signal)}
          guesses={guesses}
          onGuess={setGuesses}
          onSettle={setSettled}
        />
      )}
    </AskForm>
  );
}

interface ComparedProps extends Pick<GuessValueProps, 'derived' | 'at' | 'children'> {
  readonly inputs: Inputs | undefined;
  readonly course: Pick<CourseChartProps, 'name' | 'known' | 'first' | 'tokens'>;
  /** The guesses; null for a curve of an earlier visit, of which only its distance `away` is kept. */
  readonly guesses: readonly number[] | null;
  readonly away: number | null;
  readonly count: number;
}

/** Guesses and the values on one axis, and how the cell computes the value that is furthest from its guess. */
function Compared({ derived, at, inputs, course, guesses, away, count, children }: ComparedProps) {
  const { cell, tape, encoded, parameters } = derived;
  const { features, tokens } = encoded;
  const { actions, getState } = useInstance();
  const [sought, setSought] = useState(false);
  const values = courseOf(tape, at.key, at.unit, at.t, at.t + count - 1);
  const { mean, worst } = guesses ? gapOf(guesses, values) : { mean: away ?? Number.NaN, worst: 0 };
  const furthest = { ...at, t: at.t + worst };
  const axis = runAxis(cell, tape, at.key, at.unit);
  const { key, t, unit } = furthest;
  /** The last timestep before at which the same token was read; 0 where there is none. */
  const before = t > 1 ? tokens.lastIndexOf(tokens[t - 1], t - 2) + 1 : 0;
  const lit = useGatescope(
    ({ cursor, selection }) => cursor.t === t && selection.signal === key && selection.unit === unit,
  );
  const show = (): void => {
    setSought(true);
    const cursor = { t, position: Number.POSITIVE_INFINITY };
    if (inputs) actions.open({ ...getState(), inputs, cursor }, 'lesson');
    else if (count > 1) actions.goTo(t, cursor.position, 'jump');
    actions.select(key, unit);
  };
  return (
    <div className="stack">
      <AskVerdict>
        <p>
          <strong>{isNear(mean, axis) ? '✓ Near.' : '✗ Not near.'}</strong>{' '}
          {count === 1
            ? `You said ${displayed(guesses?.[0] ?? Number.NaN)}; it is ${displayed(values[0])}.`
            : `Your curve is ${displayed(mean)} away on average.`}{' '}
          {`Up to ${displayed(nearest(axis))}, a tenth of the axis, counts as near.`}
        </p>
        {inputs && count === 1 && before > 0 && (
          <p>{`At timestep ${before}, reading ${inQuotes(tokens[t - 1])} too, it was ${displayed(tape.values(key, before)[unit])}.`}</p>
        )}
        {count > 1 && guesses && (
          <p>
            The gap is largest at timestep {t}, reading {inQuotes(tokens[t - 1])}:{' '}
            {`you drew ${displayed(guesses[worst])}; it is `}
            <strong>{displayed(values[worst])}</strong>.
          </p>
        )}
      </AskVerdict>
      <CourseChart
        {...course}
        axis={comparedAxis(axis, guesses ?? [])}
        guesses={guesses ?? values.map(() => null)}
        values={values}
      />
      <Arithmetic
        cell={cell}
        arithmetic={arithmeticOf(cell, tape, parameters, furthest, { features })}
        features={features}
      />
      <div className="row">
        <Button onClick={show}>Show me where</Button>
        <span className="hint">
          {sought && lit && `The figure is at timestep ${t}; what was asked has a thick outline.`}
        </span>
        {children}
      </div>
    </div>
  );
}
