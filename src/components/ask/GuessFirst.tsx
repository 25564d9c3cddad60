import { useEffect, useRef, useState } from 'react';
import type { Tape } from '../../engine/tape.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { type Guess, openGuess } from '../../store/guess.ts';
import { Button } from '../primitives/Button.tsx';
import { GuessValue } from './GuessValue.tsx';

/** A guess of the reader, with the run and the unit for which it was made. */
interface Made extends Guess {
  readonly unit: number;
  readonly tape: Tape;
}

/** Asks for a value of the next stage before it is computed, and compares the two afterwards. */
export function GuessFirst() {
  const derived = useDerived();
  const { tape } = derived;
  const { commitGuess, endReminder } = useActions();
  const state = useGatescope((all) => all);
  const { cursor, selection, reminding } = state;
  const [made, setMade] = useState<Made | null>(null);
  const region = useRef<HTMLDivElement>(null);
  const open = openGuess(state, derived);
  // who steps on past an answer wants the next question
  const answered =
    !reminding && made?.tape === tape && made.t === cursor.t && made.end === cursor.position ? made : null;
  const asked = open && { ...open, tape, unit: Math.min(selection.unit, tape.slot(open.signal).size - 1) };
  useEffect(() => {
    if (!reminding) return;
    // the question is read before it is answered
    region.current?.querySelector<HTMLElement>('[role="slider"]')?.focus({ preventScroll: true });
    region.current?.scrollIntoView({ block: 'nearest' });
    setMade(null);
    endReminder();
  }, [reminding, endReminder]);
  const shown = answered ?? asked;
  if (!shown) return null;
  return (
    <div ref={region} className="guess-first">
      <GuessValue
        key={`${shown.t} ${shown.stage}`}
        derived={derived}
        at={{ key: shown.signal, t: shown.t, unit: shown.unit }}
        heading="h2"
        title={`Before ${shown.label} at timestep ${shown.t}`}
        committed={answered !== null}
        onCommit={() => {
          setMade(shown);
          commitGuess();
        }}
      >
        {open && (
          <Button look="primary" onClick={() => setMade(null)}>
            Next: {open.label}
          </Button>
        )}
      </GuessValue>
    </div>
  );
}
