import { useId, useRef, useState } from 'react';
import { presetIn } from '../../io/weights.ts';
import { useGatescope } from '../../store/context.tsx';
import type { Inputs } from '../../store/state.ts';
import { intoSight } from '../intoSight.ts';
import { Tabs } from '../primitives/Tabs.tsx';
import { useRevealed } from '../reveal.tsx';
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
  const panel = useRef<HTMLElement>(null);
  useRevealed('examples', () => {
    setChosen('Examples');
    panel.current?.querySelector<HTMLElement>('[role="tab"]')?.focus({ preventScroll: true });
    intoSight(panel.current);
  });

  return (
    <section ref={panel} className="stack input-panel" aria-label="Input">
      <Tabs
        label="Kind of input"
        id={id}
        tabs={names.map((name) => ({ value: name, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      {names.map((name) => {
        const Panel = tabs[name];
        // Hidden ones stay, so that what was typed there is still there.
        return (
          <div
            key={name}
            role="tabpanel"
            id={`${id}-panel-${name}`}
            aria-labelledby={`${id}-tab-${name}`}
            hidden={name !== chosen}
          >
            <Panel />
          </div>
        );
      })}
    </section>
  );
}

function tabFor(inputs: Inputs): keyof typeof tabs {
  const { sequence } = inputs;
  if (presetIn(inputs) !== null) return 'Examples';
  if (sequence.kind === 'text') return 'Text';
  return heightsOf(sequence) && sequence.columns[0] === 'curve' ? 'Draw' : 'Numbers';
}
