import { useDerived } from '../../store/context.tsx';
import { pageFits } from '../../store/training/plan.ts';
import { fields, nextRun } from '../../training/fields.ts';
import { SettingField, type SettingName } from './SettingField.tsx';
import { often } from './SettingFields.tsx';
import { useTraining, useTrainingActions } from './trainingContext.ts';

/** The rarely changed settings; those beside the curves are left out. */
const seldom = (Object.keys(fields) as SettingName[]).filter((name) => !often.includes(name));
const live = seldom.filter((name) => !nextRun.has(name));
const next = seldom.filter((name) => nextRun.has(name));

/** Every setting that one changes seldom, behind a summary. */
export function MoreSettings() {
  const optimiser = useTraining((state) => state.plan.optimiser);
  return (
    <details className="ruled more-settings">
      <summary>More settings</summary>
      <div>
        <fieldset>
          <legend>
            During training <small>changes take effect at once</small>
          </legend>
          <div className="columns fields">
            {live
              .filter((name) => name !== 'momentum' || optimiser === 'momentum')
              .map((name) => (
                <SettingField key={name} name={name} />
              ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>
            At the start <small>changes apply to the next run</small>
          </legend>
          <div className="columns fields">
            {next.map((name) => (
              <SettingField key={name} name={name} />
            ))}
          </div>
          <FromPage />
        </fieldset>
      </div>
    </details>
  );
}

/** The choice to begin the next run with the weights of the page, if they can be trained further. */
function FromPage() {
  const { setFromPage } = useTrainingActions();
  const fromPage = useTraining((state) => state.fromPage);
  const task = useTraining((state) => state.task);
  const { encoded, predictions } = useDerived();
  const fits = pageFits(task, encoded.features, predictions?.head);
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={fromPage && fits}
        disabled={!fits}
        onChange={({ currentTarget }) => setFromPage(currentTarget.checked)}
      />
      <span>
        Start from the weights on the page
        {!fits && <small>. They have other inputs or outputs than this task.</small>}
      </span>
    </label>
  );
}
