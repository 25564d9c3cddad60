import { useId } from 'react';
import { withCommas } from '../../text/counts.ts';
import type { Field } from '../../training/field.ts';
import { fields } from '../../training/fields.ts';
import type { Settings } from '../../training/settings.ts';
import { Dropdown } from '../controls/Dropdown.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { useTraining, useTrainingActions } from './trainingContext.ts';

export type SettingName = keyof typeof fields;

/** One setting as its field describes it: a number, a number or nothing, or one of a few words. */
export function SettingField({ name }: { readonly name: SettingName }) {
  const id = useId();
  const value = useTraining((state) => state.plan[name]);
  const { set } = useTrainingActions();
  const field: Field = fields[name];
  const put = (next: number | string | null): void => set(name, next as Settings[SettingName]);
  if (field.kind === 'choice')
    return (
      <Dropdown
        legend={field.label}
        choices={Object.entries(field.choices).map(([choice, label]) => ({ value: choice, label }))}
        value={String(value)}
        onChange={put}
      />
    );
  const numeric = (
    <NumberField
      label={field.label}
      value={Number(value)}
      step={stepOf(name)}
      min={field.min}
      max={field.max}
      whole={field.whole}
      hint={field.hint}
      format={field.whole && name !== 'seed' ? withCommas : undefined}
      onCommit={put}
    />
  );
  if (field.kind === 'number') return numeric;
  return (
    <div className="field optional-field">
      <label htmlFor={id}>{field.label}</label>
      <div className="row">
        <input
          id={id}
          type="checkbox"
          checked={value !== null}
          onChange={({ currentTarget }) =>
            put(currentTarget.checked ? (field.initial ?? usual[name] ?? field.min) : null)
          }
        />
        {value === null ? <span className="hint">{field.none}</span> : numeric}
      </div>
    </div>
  );
}

/** The first value of a setting when it is turned on. */
const usual: Partial<Record<SettingName, number>> = { clipNorm: 1, clipValue: 1, window: 20 };

/** The step of an arrow key. */
function stepOf(name: SettingName): number {
  return { rate: 0.001, decay: 0.001, momentum: 0.01, gain: 0.1, forgetBias: 0.5, updates: 100 }[name as string] ?? 1;
}
