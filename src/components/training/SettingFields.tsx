import { parameterCount, sizesOf } from '../../cell/sizes.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { pageFits } from '../../store/training/plan.ts';
import { SettingField, type SettingName } from './SettingField.tsx';
import { useTraining, useTrainingActions } from './trainingContext.ts';

const main: readonly SettingName[] = ['H', 'rate', 'batch'];
const more: readonly SettingName[] = [
  'updates',
  'layers',
  'optimiser',
  'momentum',
  'decay',
  'clipNorm',
  'clipValue',
  'window',
  'asked',
  'seed',
  'gain',
  'forgetBias',
];
/** What only the next run can have. */
const forNext = 'Layers, seed, gain and forget bias are for the next run; all others also for the one that goes on.';

/** How the cell is trained: what one changes often, and everything else behind a summary. */
export function SettingFields() {
  const optimiser = useTraining((state) => state.plan.optimiser);
  const running = useTraining(({ current }) => current !== null);
  return (
    <section className="settings" aria-label="Settings of the training">
      <div className="fields">
        {main.map((name) => (
          <SettingField key={name} name={name} />
        ))}
      </div>
      <ParametersToLearn />
      <details>
        <summary>More settings</summary>
        <div className="controls fields">
          {more
            .filter((name) => name !== 'momentum' || optimiser === 'momentum')
            .map((name) => (
              <SettingField key={name} name={name} />
            ))}
        </div>
        <FromPage />
        {running && <p className="hint">{forNext}</p>}
      </details>
    </section>
  );
}

/** How many numbers are learned, and for what. */
function ParametersToLearn() {
  const { cell } = useDerived();
  const { H, layers } = useTraining((state) => state.plan);
  const { inputs, outputs } = useTraining((state) => state.task);
  const of = (D: number): number => parameterCount(cell, sizesOf(D, H));
  const cells = of(inputs.length) + (layers - 1) * of(H);
  const head = outputs.length * (H + 1);
  return (
    <p className="hint">
      {cell.name}: {cells.toLocaleString('en-GB')} parameters and {head.toLocaleString('en-GB')} of the output, from{' '}
      {counted(inputs.length, 'input')} to {counted(outputs.length, 'output')}.
    </p>
  );
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Whether the next run takes over the weights of the page, where they can be trained further. */
function FromPage() {
  const { setFromPage } = useTrainingActions();
  const fromPage = useTraining((state) => state.fromPage);
  const task = useTraining((state) => state.task);
  const { encoded } = useDerived();
  const head = useGatescope((state) => state.inputs.head);
  const H = useGatescope((state) => state.inputs.H);
  const fits = pageFits(task, encoded.features, { head, H });
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={fromPage && fits}
        disabled={!fits}
        onChange={({ currentTarget }) => setFromPage(currentTarget.checked)}
      />
      <span>
        Begin with the weights that the page shows
        {!fits && <small>: they are not for the inputs and outputs of this task</small>}
      </span>
    </label>
  );
}
