import { CellOptions } from '../components/controls/CellOptions.tsx';
import { GuessChoice } from '../components/controls/GuessChoice.tsx';
import { ThemeChoice } from '../components/controls/ThemeChoice.tsx';
import { SpeedChoice, StepChoice } from '../components/controls/Transport.tsx';
import { ViewControls } from '../components/controls/ViewControls.tsx';
import { Legends } from '../components/diagram/Legends.tsx';
import { Button } from '../components/primitives/Button.tsx';
import { useShown } from '../components/useShown.ts';

interface ViewChoicesProps {
  readonly narrow: boolean;
  readonly onKeys: () => void;
}

/** The drawing of the diagram, the step and speed of the player, the theme; with the colours and the list of keys. */
export function ViewChoices({ narrow, onKeys }: ViewChoicesProps) {
  const diagram = useShown('diagram');
  const cell = useShown('cell');
  const transport = useShown('transport');
  const stages = useShown('stages');
  return (
    <>
      {diagram && cell && narrow && <CellOptions />}
      {diagram && <ViewControls />}
      <div className="controls view-controls">
        {transport && <StepChoice />}
        {transport && <SpeedChoice />}
        {stages && transport && <GuessChoice />}
        <ThemeChoice />
      </div>
      {diagram && <Legends />}
      <p className="row view-links">
        <Button look="link" onClick={onKeys}>
          Keys
        </Button>
        <span className="hint">
          or press <kbd>?</kbd>
        </span>
      </p>
    </>
  );
}
