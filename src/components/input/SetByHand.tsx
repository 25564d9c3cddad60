import { nameOf } from '../../cells/index.ts';
import { presets } from '../../presets/handSet.ts';
import { Button } from '../primitives/Button.tsx';

interface SetByHandProps {
  /** The id of the example that is shown, or null. */
  readonly shown: string | null;
  readonly onChoose: (preset: string) => void;
}

const listed = presets.filter(({ sibling }) => !sibling);

/** The examples whose weights were set on purpose, or come from a seed. */
export function SetByHand({ shown, onChoose }: SetByHandProps) {
  return (
    <ul className="columns" aria-label="Examples set by hand">
      {listed.map(({ id, title, inputs }) => (
        <li key={id}>
          <Button aria-pressed={id === shown} onClick={() => onChoose(id)}>
            <span>{title}</span>
            <small>{nameOf(inputs.cell)}</small>
          </Button>
        </li>
      ))}
    </ul>
  );
}
