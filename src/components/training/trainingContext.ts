import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { TrainingRun } from '../../store/training/run.ts';
import { currentRun, type TrainingState } from '../../store/training/state.ts';
import type { Training, TrainingActions } from '../../store/training/training.ts';
import { useShallow } from '../../store/useShallow.ts';
import { useStore } from '../../store/useStore.ts';

/** The training of a page, or null before its card was shown; `begin` provides it. */
export interface PageTraining {
  readonly training: Training | null;
  begin(create: () => Training): void;
  /** Plans training on the page's task or text, once the training has loaded. */
  takePage(): void;
}

/** Provided by `TrainingProvider`. */
export const TrainingContext = createContext<PageTraining | null>(null);

/** The training of the page around this component. */
export function usePageTraining(): PageTraining {
  const page = useContext(TrainingContext);
  if (!page) throw new Error('This component needs a TrainingProvider around it');
  return page;
}

function useTrainingInstance(): Training {
  const { training } = usePageTraining();
  if (!training) throw new Error('This component needs the training card around it');
  return training;
}

/** A part of the state of training; the component renders when it changes. */
export function useTraining<T>(selector: (state: TrainingState) => T): T {
  return useStore(useTrainingInstance(), selector);
}

/** The run that the page shows, or null; renders with every report. */
export function useRun(): TrainingRun | null {
  return useTraining(currentRun);
}

/** The run that the page shows, for components beside the card; null where there is none. */
export function useCurrentRun(): TrainingRun | null {
  const training = useContext(TrainingContext)?.training ?? null;
  const subscribe = useCallback((listener: () => void) => training?.subscribe(listener) ?? (() => {}), [training]);
  const current = (): TrainingRun | null => training && currentRun(training.getState());
  return useSyncExternalStore(subscribe, current, current);
}

/** Some parts of the run that the page shows, or null; renders when one of them changes. */
export function useRunParts<K extends keyof TrainingRun>(...names: readonly K[]): Pick<TrainingRun, K> | null {
  return useTraining(
    useShallow((state) => {
      const run = currentRun(state);
      return run && (Object.fromEntries(names.map((name) => [name, run[name]])) as Pick<TrainingRun, K>);
    }),
  );
}

/** The runs that the page does not show and that have begun. */
export function useOtherRuns(): readonly TrainingRun[] {
  return useTraining(
    useShallow(({ runs, current }: TrainingState) => runs.filter(({ id, updates }) => id !== current && updates > 0)),
  );
}

/** All that can be done to the training. */
export function useTrainingActions(): TrainingActions {
  return useTrainingInstance().actions;
}
