import { useEffect } from 'react';
import { useInstance } from '../../store/context.tsx';
import { createTraining, type TrainingSurroundings } from '../../store/training/training.ts';
import { HeldOutAnswers } from './HeldOutAnswers.tsx';
import { LearningCurves } from './LearningCurves.tsx';
import { MoreSettings } from './MoreSettings.tsx';
import { RunControls } from './RunControls.tsx';
import { RunList } from './RunList.tsx';
import { SettingFields } from './SettingFields.tsx';
import { TaskChoice } from './TaskChoice.tsx';
import { TaskPicture } from './TaskPicture.tsx';
import { usePageTraining } from './trainingContext.ts';
import './training.css';

/** Trains the cell of the page: the task, the settings, the run and its answers. */
export function TrainingCard({ surroundings }: { readonly surroundings?: TrainingSurroundings }) {
  const gatescope = useInstance();
  const { training, begin } = usePageTraining();
  useEffect(() => begin(() => createTraining(gatescope, surroundings)), [begin, gatescope, surroundings]);
  if (!training) return null;
  return (
    <section className="stack training-card" aria-label="Training">
      <h2>
        Train this cell <small>the diagram changes as it learns</small>
      </h2>
      <TaskChoice />
      <SettingFields />
      <RunControls />
      <LearningCurves />
      <HeldOutAnswers />
      <MoreSettings />
      <TaskPicture />
      <RunList />
    </section>
  );
}
