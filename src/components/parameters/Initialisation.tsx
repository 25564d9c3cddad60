import { SINGLE_FROM } from '../../io/limits.ts';
import { valuesIn } from '../../io/weights.ts';
import { parameterCountOf } from '../../notation/count.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { withCommas } from '../../text/counts.ts';
import { Button } from '../primitives/Button.tsx';
import { NumberField } from './NumberField.tsx';
import { UnitsField } from './UnitsField.tsx';

const MAX_SEED = 0xffffffff;

/** The precision in which the numbers of the page are computed. */
const computedIn = {
  float64: 'Everything is computed in float64.',
  float32: `From ${SINGLE_FROM} units on, signals are computed in float32; outputs and gradients follow from them in float64.`,
} as const;

/** The number of parameters and their source: H, the seed, its scale, and a way back to all of these. */
export function Initialisation() {
  const { cell, sizes, parameters, initial: states, predictions, tape } = useDerived();
  const inputs = useGatescope((state) => state.inputs);
  const { H, weights, initial } = inputs;
  const { seed, gain, forgetBias } = weights.initialisation;
  const given = valuesIn(inputs);
  const actions = useActions();
  const { count, text } = parameterCountOf(cell, sizes);
  // Weights for another size are not used until that size comes back.
  const changed = [
    ...cell.parameters.filter(({ name }) => given[name] === parameters[name]).map(({ name }) => name.replace('_', '')),
    ...cell.states.filter((state) => initial[state.id] === states[state.id]).map((state) => `initial ${state.id}`),
    ...(predictions ? ['outputs'] : []),
  ];
  return (
    <div className="stack tight initialisation">
      <UnitsField />
      <p className="count">
        <strong>{withCommas(count)}</strong> parameters = {text}, with D = {sizes.D} and H = {sizes.H}
        {sizes.P > 0 && ` and P = ${sizes.P}`}
      </p>
      <div className="row fields">
        <NumberField label="Seed" value={seed} step={1} min={0} max={MAX_SEED} whole onCommit={actions.setSeed} />
        <Button onClick={actions.randomise}>Randomise</Button>
        <NumberField
          label="Gain"
          value={gain}
          step={0.1}
          min={0}
          onCommit={(value, gesture) => actions.setInitialisation({ gain: value }, gesture)}
        />
        {cell.parameters.some((p) => p.starts === 'forgetBias') && (
          <NumberField
            label="Forget bias"
            value={forgetBias}
            step={0.1}
            onCommit={(value, gesture) => actions.setInitialisation({ forgetBias: value }, gesture)}
          />
        )}
        <Button disabled={changed.length === 0} onClick={actions.reset}>
          Reset to the seed
        </Button>
      </div>
      <p className="hint">
        Weights are drawn between ±gain ÷ √H = ±{Number((gain / Math.sqrt(H)).toPrecision(3))}.{' '}
        {changed.length > 0 && `Not from the seed: ${changed.join(', ')}.`}
      </p>
      <p className="hint">{computedIn[tape.precision]}</p>
    </div>
  );
}
