import { createContext, useContext, useMemo } from 'react';
import { useInstance } from '../../store/context.tsx';
import type { PinList } from '../../store/pinLists.ts';

/** The runs whose interventions are edited together. */
export interface PinRuns {
  /** Their letters, the first run first. */
  readonly letters: readonly string[];
  /** The interventions of each. */
  readonly lists: () => readonly PinList[];
  readonly setLists: (lists: readonly PinList[], gesture?: string) => void;
}

/** The runs that are compared; null where there is only one. */
export const ComparedPins = createContext<PinRuns | null>(null);

/** The runs that are compared, or else the one around the component. */
export function usePinRuns(): PinRuns {
  const { actions, getState } = useInstance();
  const compared = useContext(ComparedPins);
  const single = useMemo(
    (): PinRuns => ({
      letters: ['A'],
      lists: () => [getState().inputs.interventions ?? []],
      setLists: ([list], gesture) => actions.setInterventions(list, gesture),
    }),
    [actions, getState],
  );
  return compared ?? single;
}
