import { useInstance } from '../../store/context.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';

/** The sentence on a change that waits for its code, with the way to ask for it again. */
export function WaitingChange() {
  const { fetchActions } = useInstance();
  return (
    <Fault>
      The code for this change could not be fetched, so it is not made yet.{' '}
      <Button look="link" onClick={() => void fetchActions().catch(() => {})}>
        Try again
      </Button>
    </Fault>
  );
}
