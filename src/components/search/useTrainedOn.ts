import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useGatescope } from '../../store/context.tsx';
import { currentRun } from '../../store/training/state.ts';
import { type TrainedOn, trainedOn } from '../../store/training/trainedOn.ts';
import type { Training } from '../../store/training/training.ts';

/** What the cell of the page was trained on, in the page (`training`, null before there is any) or before. */
export function useTrainedOn(training: Training | null): TrainedOn | null {
  const inputs = useGatescope((state) => state.inputs);
  const past = useGatescope((state) => state.past);
  const subscribe = useCallback((listener: () => void) => training?.subscribe(listener) ?? (() => {}), [training]);
  // reports change a run many times a second, its settings seldom
  const settings = useSyncExternalStore(subscribe, () => shownRun(training)?.settings ?? null);
  const task = useSyncExternalStore(subscribe, () => shownRun(training)?.task ?? null);
  return useMemo(
    () => trainedOn({ inputs, past }, settings && task && { settings, task }),
    [inputs, past, settings, task],
  );
}

/** The run whose weights the page shows; null while its first ones are on their way. */
function shownRun(training: Training | null) {
  const run = training && currentRun(training.getState());
  return run?.network ? run : null;
}
