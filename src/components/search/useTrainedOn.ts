import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { learnedIn } from '../../io/weights.ts';
import { useGatescope } from '../../store/context.tsx';
import { learnedAt } from '../../store/training/run.ts';
import { currentRun } from '../../store/training/state.ts';
import { type TrainedOn, trainedOn } from '../../store/training/trainedOn.ts';
import { usePageTraining } from '../training/trainingContext.ts';

/** Returns the task on which the cell shown was trained, on this page or before. */
export function useTrainedOn(): TrainedOn | null {
  const { training } = usePageTraining();
  const trained = useGatescope((state) => learnedIn(state.inputs));
  const subscribe = useCallback((listener: () => void) => training?.subscribe(listener) ?? (() => {}), [training]);
  const run = () => (training ? currentRun(training.getState()) : null);
  // reports change a run many times a second, what it learns seldom
  const settings = useSyncExternalStore(subscribe, () => run()?.settings ?? null);
  const level = useSyncExternalStore(subscribe, () => {
    const now = run();
    return now && learnedAt(now);
  });
  return useMemo(() => trainedOn(trained, run()), [trained, settings, level]);
}
