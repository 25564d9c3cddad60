import { useActions, useDerived, useGatescope, useGradient } from '../../store/context.tsx';
import { objectiveLetter } from '../../store/gradient/objectiveName.ts';
import { tokenLabel } from '../../text/tokens.ts';
import { Segmented } from '../controls/Segmented.tsx';
import '../controls/controls.css';
import './gradients.css';

/** L in words, to be followed by its choice. */
const kinds = { class: 'log-probability of', value: 'output', unit: 'hidden state' } as const;

/** The choice of the objective of the gradients; nothing while values are shown. */
export function GradientOf() {
  const gradient = useGradient();
  const { cell, predictions, tape, sizes } = useDerived();
  const outputAt = useGatescope((state) => state.view.outputAt);
  const t = useGatescope((state) => state.cursor.t);
  const { setOutput, setOutputAt } = useActions();
  if (!gradient) return null;
  const { of } = gradient;
  const names = predictions
    ? predictions.head.outputs.map(tokenLabel)
    : Array.from({ length: sizes.H }, (_, k) => objectiveLetter({ ...of, output: k }, cell, null));
  const choices = [
    { value: 'last', label: `last, t = ${tape.length}` },
    { value: 'here', label: `this, t = ${t}` },
    ...(outputAt !== null && of.t !== t ? [{ value: 'chosen', label: `t = ${of.t}` }] : []),
  ];
  const choose = (value: string): void => {
    if (value !== 'chosen') setOutputAt(value === 'last' ? null : t);
  };
  return (
    <section className="controls well gradient-of" aria-label="Gradients">
      <p>
        <b>Gradients, not values:</b> how much L changes with each number.
      </p>
      <label>
        L = {kinds[of.kind]}{' '}
        <select value={of.output} onChange={({ target }) => setOutput(Number(target.value))}>
          {names.map((name, k) => (
            <option key={k} value={k}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Segmented
        legend="at timestep"
        legendShown
        choices={choices}
        value={outputAt === null ? 'last' : of.t === t ? 'here' : 'chosen'}
        onChange={choose}
      />
      {gradient.largest === 0 && <p>All of them are 0: nothing in this run changes L.</p>}
    </section>
  );
}
