import { Segmented } from '../../components/controls/Segmented.tsx';
import { Button } from '../../components/primitives/Button.tsx';

/** How sure a reader is of a guess; null before that is said. */
export type Sure = 'yes' | 'no' | null;

interface Props {
  /** True once there is a guess. */
  readonly ready: boolean;
  readonly sure: Sure;
  readonly onSure: (sure: Sure) => void;
}

/** The end of a question: how sure the reader is, and the button that commits to the guess. */
export function Commit({ ready, sure, onSure }: Props) {
  return (
    <div className="row ask-commit">
      <Segmented
        legend="How sure are you?"
        legendShown
        choices={[
          { value: 'yes', label: 'sure' },
          { value: 'no', label: 'not sure' },
        ]}
        value={sure}
        onChange={onSure}
      />
      <Button look="primary" type="submit" disabled={!ready || sure === null}>
        Check
      </Button>
    </div>
  );
}
