import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useActions, useDerived, useGatescope, useInstance } from '../../store/context.tsx';
import { proposedOther } from '../../store/memory/beginnings.ts';
import { Dropdown } from '../controls/Dropdown.tsx';
import { Button } from '../primitives/Button.tsx';
import { Comparison } from './Comparison.tsx';
import { useMemoryMap } from './useMemoryMap.ts';
import '../timeline/timeline.css';
import './memory.css';

/** Compares the run with one on another sequence: how far each value borrowed from it moves the answer. */
export function MemoryPanel() {
  const id = useId();
  const { derived, getState } = useInstance();
  const { setOther, setOutputAt } = useActions();
  const { encoded } = useDerived();
  const waiting = useGatescope((state) => state.learning);
  const map = useMemoryMap();
  const [opened, setOpened] = useState(false);
  const propose = (): void => {
    const { sequence } = getState().inputs;
    if (encoded.tokens.length > 0) setOther(proposedOther(derived(), sequence) ?? sequence);
  };
  const open = useEffectEvent(() => {
    if (!getState().inputs.other) propose();
    setOpened(true);
  });
  useEffect(() => open(), []);
  return (
    <section className="timeline memory" data-shared aria-labelledby={`${id}-title`}>
      <header className="timeline-tools row">
        <h2 id={`${id}-title`}>Where is the memory?</h2>
        {map?.question && map.differing.length > 1 && (
          <Dropdown
            legend="answer at"
            choices={map.differing.map((t) => ({ value: String(t), label: `t = ${t}` }))}
            value={String(map.question.timestep)}
            onChange={(t) => setOutputAt(Number(t))}
          />
        )}
        {map && (
          <Button look="link" onClick={() => setOther(null)}>
            Remove the other run
          </Button>
        )}
      </header>
      {map ? (
        <Comparison map={map} />
      ) : waiting ? (
        <p className="hint">The map returns when training pauses.</p>
      ) : encoded.tokens.length === 0 ? (
        <p className="hint">The sequence is empty. Type one to compare it with another.</p>
      ) : (
        opened && (
          <p className="hint">
            The other run does not fit this sequence.{' '}
            <Button look="link" onClick={propose}>
              Choose another beginning
            </Button>
          </p>
        )
      )}
    </section>
  );
}
