import { nameOf } from '../../cells/index.ts';
import { presets } from '../../presets/handSet.ts';
import type { Preset } from '../../presets/preset.ts';
import { Button } from '../primitives/Button.tsx';

interface SetByHandProps {
  /** The id of the example that is shown, or null. */
  readonly shown: string | null;
  readonly onChoose: (preset: string) => void;
}

/** Examples grouped by title, because some exist for several cells. */
const listed: readonly (readonly Preset[])[] = presets
  .filter(({ title }, k) => presets.findIndex((one) => one.title === title) === k)
  .map(({ title }) => presets.filter((one) => one.title === title));

/** The examples whose weights were set on purpose, or come from a seed. */
export function SetByHand({ shown, onChoose }: SetByHandProps) {
  return (
    <ul className="columns by-hand" aria-label="Examples set by hand">
      {listed.map(([first, ...others]) => (
        <li key={first.title} data-several={others.length > 0 || undefined}>
          {others.length === 0 ? (
            <Button aria-pressed={first.id === shown} onClick={() => onChoose(first.id)}>
              <span>{first.title}</span>
              <small>{nameOf(first.inputs.cell)}</small>
            </Button>
          ) : (
            <>
              <p>
                <b>{first.title}</b> <small>of whatever you type</small>
              </p>
              <ul aria-label={first.title}>
                {[first, ...others].map(({ id, inputs }) => (
                  <li key={id}>
                    <Button
                      aria-label={`${nameOf(inputs.cell)}: ${first.title}`}
                      aria-pressed={id === shown}
                      onClick={() => onChoose(id)}
                    >
                      {nameOf(inputs.cell)}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
