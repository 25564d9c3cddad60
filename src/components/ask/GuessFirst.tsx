import { useEffect, useRef, useState } from 'react';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { type Guess, openGuess } from '../../store/guess.ts';
import { Button } from '../primitives/Button.tsx';
import { GuessValue } from './GuessValue.tsx';

/** Asks for a value of the next stage before it is computed, and compares the two afterwards. */
export function GuessFirst() {
  const derived = useDerived();
  const { commitGuess } = useActions();
  const view = useGatescope((state) => state.view);
  const inputs = useGatescope((state) => state.inputs);
  const cursor = useGatescope((state) => state.cursor);
  const guessed = useGatescope((state) => state.guessed);
  const open = openGuess({ view, inputs, cursor, guessed }, derived);
  const { unit } = useGatescope((state) => state.selection);
  const reminders = useGatescope((state) => state.reminders);
  const [made, setMade] = useState<Guess | null>(null);
  const region = useRef<HTMLDivElement>(null);
  const past = made && made.t === cursor.t && made.end === cursor.position ? made : null;
  const shown = past ?? open;
  const [reminded, setReminded] = useState(reminders);
  if (reminded !== reminders) {
    // who steps on past an answer wants the next question
    setReminded(reminders);
    setMade(null);
  }
  useEffect(() => {
    if (reminded > 0) region.current?.querySelector('input')?.focus();
  }, [reminded]);
  if (!shown) return null;
  return (
    <div ref={region} className="guess-first">
      <GuessValue
        key={`${shown.t} ${shown.stage}`}
        derived={derived}
        at={{ key: shown.signal, t: shown.t, unit }}
        heading="h2"
        title={`Before ${shown.label} at timestep ${shown.t}`}
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
