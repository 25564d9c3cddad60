import { useId } from 'react';

interface Props<V extends string> {
  /** The name of the group. */
  readonly legend: string;
  /** True if the legend is visible; it is always read out. */
  readonly legendShown?: boolean;
  /** A note is a second, smaller line. */
  readonly choices: readonly { readonly value: V; readonly label: string; readonly note?: string | undefined }[];
  /** The present choice, or null where none of these is chosen. */
  readonly value: V | null;
  readonly onChange: (value: V) => void;
}

/** Radio buttons side by side. */
export function Segmented<V extends string>({ legend, legendShown = false, choices, value, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset className="buttons" aria-labelledby={`${name}-legend`}>
      {/* engines place a legend element above the other children, whatever the style says */}
      <span id={`${name}-legend`} className={legendShown ? 'control-label' : 'visually-hidden'}>
        {legend}
      </span>
      <div className="segments">
        {choices.map((choice) => (
          <label key={choice.value} className="segment">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.note && <small> {choice.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
