import { useMemo } from 'react';
import { saturationOf } from '../../analysis/saturation.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { guesses } from '../../store/guess.ts';
import { counted } from '../../text/counts.ts';
import { Saturations } from './Saturations.tsx';

/** The part of the search that needs no task: how often the gates are saturated over the sequence shown. */
export function OwnSequence() {
  const { cell, tape } = useDerived();
  const guessing = useGatescope(guesses);
  const saturation = useMemo(() => saturationOf([tape]), [tape]);
  return (
    <section className="stack search-panel" aria-label="Gates of this sequence">
      <p className="hint">
        Finding out which unit tracks what takes right answers: choose an example, or train the cell on this sequence
        under Train.
      </p>
      {guessing ? (
        <p className="hint">While you guess first, saturated gates are not counted here.</p>
      ) : saturation.length === 0 ? (
        <p className="hint">
          {tape.length === 0 ? 'The sequence is empty.' : `${cell.name} has no gate between 0 and 1.`}
        </p>
      ) : (
        <>
          <p>Over the {counted(tape.length, 'timestep')} of this sequence:</p>
          <Saturations cell={cell} saturation={saturation} />
        </>
      )}
    </section>
  );
}
