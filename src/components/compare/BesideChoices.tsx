import { useEffect, useRef, useState } from 'react';
import { variationOf } from '../../io/variations.ts';
import { sameTaskIn } from '../../presets/sameTask.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { refusalOf } from '../../text/refusal.ts';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { type BesideChoice, besideChoices } from './besideChoices.ts';
import { OtherSequence } from './OtherSequence.tsx';
import './besideChoices.css';

/** Choices of a run to compare with; a press on one adds it beside the first. Of several the last one counts, while the choices are open. */
export function BesideChoices({ onDone }: { readonly onDone: () => void }) {
  const inputs = useGatescope((state) => state.inputs);
  const { cell } = useDerived();
  const { setBeside } = useActions();
  const [fault, setFault] = useState<string | null>(null);
  const latest = useRef<BesideChoice['put'] | null>(null);
  useEffect(
    () => () => {
      latest.current = null;
    },
    [],
  );
  const put = async (choice: BesideChoice['put']): Promise<void> => {
    latest.current = choice;
    setFault(null);
    try {
      const found = 'learned' in choice ? await sameTaskIn(choice.learned, inputs) : null;
      if (latest.current !== choice) return;
      const variation = 'learned' in choice ? found && variationOf(inputs, found) : choice;
      const refusal = variation
        ? refusalOf(() => setBeside(variation))
        : 'Its weights are missing. Choose another cell.';
      if (refusal === null) onDone();
      else setFault(refusal);
    } catch {
      if (latest.current === choice) setFault('Its weights could not be loaded. Choose it again.');
    }
  };
  return (
    <div className="beside-choices">
      {fault !== null && <Fault>{fault}</Fault>}
      {besideChoices(inputs, cell).map(({ title, hint, choices }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          {hint && <p className="hint">{hint}</p>}
          <ul>
            {choices.map((choice) => (
              <li key={`${choice.hint} ${choice.name}`}>
                <Button onClick={() => void put(choice.put)}>
                  {choice.name} {choice.hint && <small>{choice.hint}</small>}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <OtherSequence onPut={(sequence) => void put({ sequence })} />
    </div>
  );
}
