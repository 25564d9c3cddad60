import { useEffect, useState } from 'react';
import { useInstance } from '../../store/context.tsx';
import { createTraining, type Training, type TrainingSurroundings } from '../../store/training/training.ts';
import { Answers } from './Answers.tsx';
import { Conduct } from './Conduct.tsx';
import { LearningCurves } from './LearningCurves.tsx';
import { MoreSettings } from './MoreSettings.tsx';
import { RunList } from './RunList.tsx';
import { SettingFields } from './SettingFields.tsx';
import { TaskChoice } from './TaskChoice.tsx';
import { TrainingContext } from './trainingContext.ts';
import './training.css';

/** Where the training of an instance stays while its card comes and goes. */
export interface HeldTraining {
  current: Training | null;
}

/** Trains the cell of the page: what is learned, how, and what came of it. */
export function TrainingCard({
  held,
  surroundings,
}: {
  readonly held: HeldTraining;
  readonly surroundings?: TrainingSurroundings;
}) {
  const gatescope = useInstance();
  const [training] = useState(() => (held.current ??= createTraining(gatescope, surroundings)));
  useEffect(() => training.attach(), [training]);
  return (
    <TrainingContext value={training}>
      <section className="stack training-card" aria-label="Training">
        <div className="stack training-columns">
          <div className="stack plan">
            <TaskChoice />
            <SettingFields />
          </div>
          <MoreSettings />
          <div className="stack course">
            <Conduct />
            <LearningCurves />
          </div>
        </div>
        <Answers />
        <RunList />
      </section>
    </TrainingContext>
  );
}
