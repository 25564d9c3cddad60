import { parameterCount, sizesOf } from '../../cell/sizes.ts';
import { useDerived } from '../../store/context.tsx';
import { counted, withCommas } from '../../text/counts.ts';
import { SettingField, type SettingName } from './SettingField.tsx';
import { useTraining } from './trainingContext.ts';

/** The settings that are often changed. */
export const often: readonly SettingName[] = ['H', 'rate', 'batch'];

/** The settings of training. */
export function SettingFields() {
  return (
    <section className="stack settings" aria-label="Training settings">
      <div className="fields">
        {often.map((name) => (
          <SettingField key={name} name={name} />
        ))}
      </div>
      <ParametersToLearn />
    </section>
  );
}

/** The number of learned parameters, and their purpose. */
function ParametersToLearn() {
  const { cell } = useDerived();
  const { H, layers } = useTraining((state) => state.plan);
  const { inputs, outputs } = useTraining((state) => state.task);
  const of = (D: number): number => parameterCount(cell, sizesOf(D, H));
  const cells = of(inputs.length) + (layers - 1) * of(H);
  const head = outputs.length * (H + 1);
  return (
    <p className="hint">
      {cell.name}: {counted(cells, 'parameter')} and {withCommas(head)} of the output, from{' '}
      {counted(inputs.length, 'input')} to {counted(outputs.length, 'output')}.
    </p>
  );
}
