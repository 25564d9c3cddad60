import { useGatescope, useInstance } from '../../store/context.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';

/**
 * The sentence on a change that waits for its code, with the way to ask for it again, or on one that had to wait and cannot be
 * made.
 */
export function WaitingChange() {
  const { fetchActions } = useInstance();
  const refused = useGatescope(({ unfetched }) => (typeof unfetched === 'string' ? unfetched : null));
  return (
    <Fault>
      {refused ?? 'The code for this change could not be fetched, so it is not made yet.'}{' '}
      <Button look="link" onClick={() => void fetchActions().catch(() => {})}>
        {refused === null ? 'Try again' : 'Leave it as it was'}
      </Button>
    </Fault>
  );
}
