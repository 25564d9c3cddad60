import { type KeyboardEvent, useId, useState } from 'react';
import { useGatescope } from '../../store/context.tsx';
import type { Inputs } from '../../store/state.ts';
import { heightsOf } from './curve.ts';
import { DrawInput } from './DrawInput.tsx';
import { Examples } from './Examples.tsx';
import { NumbersInput } from './NumbersInput.tsx';
import { TextInput } from './TextInput.tsx';
import './input.css';

const tabs = { Examples, Text: TextInput, Numbers: NumbersInput, Draw: DrawInput } as const;
const names = Object.keys(tabs) as readonly (keyof typeof tabs)[];

/** What the cell reads: an example, text, numbers or a drawn curve. */
export function InputPanel() {
  const id = useId();
  const inputs = useGatescope((state) => state.inputs);
  const [chosen, setChosen] = useState(() => tabFor(inputs));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = names.indexOf(chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const name = names[(to + names.length) % names.length];
    setChosen(name);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[names.indexOf(name)]?.focus();
  };
  return (
    <section className="input-panel" aria-label="Input">
      <div role="tablist" aria-label="Kind of input" onKeyDown={onKeyDown}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}tab${name}`}
            aria-controls={`${id}${name}`}
            aria-selected={name === chosen}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => setChosen(name)}
          >
            {name}
          </button>
        ))}
      </div>
      {names.map((name) => {
        const Panel = tabs[name];
        // Hidden ones stay, so that what was typed there is still there.
        return (
          <div
            key={name}
            role="tabpanel"
            id={`${id}${name}`}
            aria-labelledby={`${id}tab${name}`}
            hidden={name !== chosen}
          >
            <Panel />
          </div>
        );
      })}
    </section>
  );
}

function tabFor({ preset, sequence }: Inputs): keyof typeof tabs {
  if (preset !== null) return 'Examples';
  if (sequence.kind === 'text') return 'Text';
  return heightsOf(sequence) && sequence.columns[0] === 'curve' ? 'Draw' : 'Numbers';
}
