import { useMemo } from 'react';

interface Props<V extends string> {
  readonly legend: string;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** A labelled native select, for more choices than fit side by side. */
export function Dropdown<V extends string>({ legend, choices, value, onChange }: Props<V>) {
  const options = useMemo(
    () =>
      choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      )),
    [choices],
  );
  return (
    <label className="choice dropdown">
      <span className="control-label">{legend}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices[currentTarget.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options}
      </select>
    </label>
  );
}
