import { useId } from 'react';
import { declarationOf } from '../../cells/index.ts';
import { presetOf, presets } from '../../presets/index.ts';
import { useActions, useGatescope } from '../../store/context.tsx';

/** The presets to choose from, and what to look for in the one that is shown. */
export function Examples() {
  const id = useId();
  const shown = useGatescope((state) => state.inputs.preset);
  const { applyPreset } = useActions();
  const preset = shown === null ? undefined : presetOf(shown);
  const beside = preset?.beside === undefined ? undefined : presetOf(preset.beside);
  return (
    <div className="examples">
      <ul aria-label="Examples">
        {presets.map(({ id: each, title, inputs }) => (
          <li key={each}>
            <button type="button" aria-pressed={each === shown} onClick={() => applyPreset(inputs)}>
              <span>{title}</span>
              <small>{declarationOf(inputs.cell)?.name}</small>
            </button>
          </li>
        ))}
      </ul>
      {preset ? (
        <section aria-labelledby={id}>
          <h3 id={id}>What to look for</h3>
          <ul>
            {preset.look.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {beside && (
            <button type="button" onClick={() => applyPreset(beside.inputs)}>
              Compare with “{beside.title}”
            </button>
          )}
        </section>
      ) : (
        <p className="hint">
          Choose one: it sets the cell, its parameters and the sequence. Undo brings back what you had.
        </p>
      )}
    </div>
  );
}
