import { useId, useState } from 'react';
import { presetIn } from '../../io/weights.ts';
import { useGatescope } from '../../store/context.tsx';
import type { Inputs } from '../../store/state.ts';
import { Tabs } from '../primitives/Tabs.tsx';
import { useStateOf } from '../useStateOf.ts';
import { heightsOf } from './curve.ts';
import { DrawInput } from './DrawInput.tsx';
import { Examples } from './Examples.tsx';
import { LookFor } from './LookFor.tsx';
import { NumbersInput } from './NumbersInput.tsx';
import { TextInput } from './TextInput.tsx';
import './input.css';

const tabs = { Examples: ExamplesWithLook, Text: TextInput, Numbers: NumbersInput, Draw: DrawInput } as const;
const all = Object.keys(tabs) as readonly InputKind[];

/** A kind of input. */
export type InputKind = keyof typeof tabs;

interface InputPanelProps {
  /** False where examples have a place of their own. */
  readonly examples?: boolean;
  /** The kind that is asked for from elsewhere; asked anew, it is shown again. */
  readonly asked?: { readonly kind: InputKind } | null;
}

/** The input of the cell: an example, text, numbers or a drawn curve. */
export function InputPanel({ examples = true, asked = null }: InputPanelProps) {
  const names = all.filter((name) => examples || name !== 'Examples');
  const id = useId();
  const inputs = useGatescope((state) => state.inputs);
  const [first] = useState(() => tabFor(inputs, examples));
  const [chosen, setChosen] = useStateOf<InputKind>(asked, asked?.kind ?? first);

  return (
    <section className="stack input-panel" aria-label="Input">
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

function tabFor(inputs: Inputs, examples: boolean): InputKind {
  const { sequence } = inputs;
  if (examples && presetIn(inputs) !== null) return 'Examples';
  if (sequence.kind === 'text') return 'Text';
  return heightsOf(sequence) && sequence.columns[0] === 'curve' ? 'Draw' : 'Numbers';
}

function ExamplesWithLook() {
  return (
    <>
      <Examples />
      <LookFor />
    </>
  );
}
