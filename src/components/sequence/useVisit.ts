import { useMemo } from 'react';
import { useInstance } from '../../store/context.tsx';

/**
 * Goes to a timestep, of which as much is computed as of the present one: from the forget gate of one token to that of
 * another. Where nothing of the present one is computed, to the end of the timestep.
 */
export function useVisit(): (t: number) => void {
  const { actions, getState } = useInstance();
  return useMemo(
    () => (t: number) => {
      const { position } = getState().cursor;
      actions.goTo(t, position > 0 ? position : undefined, 'jump');
    },
    [actions, getState],
  );
}
