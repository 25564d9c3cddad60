import { presetIn } from '../../io/weights.ts';
import { useGatescope } from '../../store/context.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { SetByHand } from './SetByHand.tsx';
import { TrainedGrid } from './TrainedGrid.tsx';
import { useExample } from './useExample.ts';
import './input.css';

/** The examples to choose from, trained and set by hand. */
export function Examples({ onShown }: { readonly onShown?: () => void }) {
  const shown = useGatescope((state) => presetIn(state.inputs));
  const { choose, fetching, fault } = useExample(onShown);
  return (
    <div className="stack examples">
      <p className="hint">
        An example sets the cell, its parameters and the sequence. Undo brings back what you had. Under each trained
        cell stands its share of right answers on fresh sequences or, for tasks that ask for numbers, its mean squared
        error; the bar is empty at the best constant guess and full at no mistakes.
      </p>
      {fault && <Fault>{fault}</Fault>}
      <h3>Trained</h3>
      <TrainedGrid shown={shown} fetching={fetching} onChoose={choose} />
      <h3>Set by hand, or from a seed</h3>
      <SetByHand shown={shown} onChoose={choose} />
    </div>
  );
}
