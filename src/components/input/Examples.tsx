import { useRef, useState } from 'react';
import { presetIn } from '../../io/weights.ts';
import { presetOf } from '../../presets/handSet.ts';
import { inputsOf } from '../../presets/index.ts';
import { catalogue } from '../../presets/trained/catalogue.ts';
import { useActions, useGatescope } from '../../store/context.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { SetByHand } from './SetByHand.tsx';
import { TrainedDetails } from './TrainedDetails.tsx';
import { TrainedGrid } from './TrainedGrid.tsx';

/** The presets to choose from, trained and set by hand, and what to look for in the one that is shown. */
export function Examples() {
  const shown = useGatescope((state) => presetIn(state.inputs));
  const { applyPreset } = useActions();
  const [fetching, setFetching] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const latest = useRef<string | null>(null);

  const choose = async (preset: string): Promise<void> => {
    latest.current = preset;
    setFault(null);
    setFetching(preset);
    try {
      const inputs = await inputsOf(preset);
      if (latest.current === preset && inputs) applyPreset(inputs);
    } catch {
      setFault('This trained cell could not be fetched. Choose it again.');
    } finally {
      if (latest.current === preset) setFetching(null);
    }
  };
  const preset = shown === null ? undefined : presetOf(shown);
  return (
    <div className="stack examples">
      {shown === null && (
        <p className="hint">
          Choose one: it sets the cell, its parameters and the sequence. Undo brings back what you had.
        </p>
      )}
      {shown !== null && !preset && <TrainedDetails preset={shown} />}
      {fault && <Fault>{fault}</Fault>}
      {catalogue.length > 0 && (
        <>
          <h3>Trained</h3>
          <p className="hint">
            Under each cell stands the share of right answers on fresh sequences or, where numbers are asked, the mean
            squared error. The bar is empty at the best guess that never changes, and full where nothing is wrong.
          </p>
          <TrainedGrid shown={shown} fetching={fetching} onChoose={choose} />
        </>
      )}
      <h3>Set by hand, or from a seed</h3>
      <SetByHand preset={preset} onChoose={choose} />
    </div>
  );
}
