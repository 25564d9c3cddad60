import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../../store/training/run.ts';
import { currentRun, type TrainingState } from '../../store/training/state.ts';
import type { Training, TrainingActions } from '../../store/training/training.ts';

/** The training beside the instance, handed down to the parts of its card. */
export const TrainingContext = createContext<Training | null>(null);

function useTrainingInstance(): Training {
  const training = useContext(TrainingContext);
  if (!training) throw new Error('This component needs the training card around it');
  return training;
}

/** A part of the state of training; the component renders when it changes. */
export function useTraining<T>(selector: (state: TrainingState) => T): T {
  return useStore(useTrainingInstance(), selector);
}

/** The run that the page shows, or null. */
export function useRun(): Run | null {
  return useTraining(currentRun);
}

/** All that can be done to the training. */
export function useTrainingActions(): TrainingActions {
  return useTrainingInstance().actions;
}
