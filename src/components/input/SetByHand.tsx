import { useId } from 'react';
import { nameOf } from '../../cells/index.ts';
import { presetOf, presets } from '../../presets/handSet.ts';
import type { Preset } from '../../presets/preset.ts';
import { Button } from '../primitives/Button.tsx';

interface SetByHandProps {
  /** The preset that is shown, if it is one of these. */
  readonly preset: Preset | undefined;
  readonly onChoose: (preset: string) => void;
}

/** The presets whose weights were set on purpose, and what to look for in the one that is shown. */
export function SetByHand({ preset, onChoose }: SetByHandProps) {
  const id = useId();
  const beside = preset?.beside === undefined ? undefined : presetOf(preset.beside);
  return (
    <>
      <ul aria-label="Examples set by hand">
        {presets.map(({ id: each, title, inputs }) => (
          <li key={each}>
            <Button aria-pressed={each === preset?.id} onClick={() => onChoose(each)}>
              <span>{title}</span>
              <small>{nameOf(inputs.cell)}</small>
            </Button>
          </li>
        ))}
      </ul>
      {preset && (
        <section aria-labelledby={id}>
          <h3 id={id}>What to look for</h3>
          <ul>
            {preset.look.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {beside && <Button onClick={() => onChoose(beside.id)}>Compare with “{beside.title}”</Button>}
        </section>
      )}
    </>
  );
}
