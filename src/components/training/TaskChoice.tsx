import { useId, useState } from 'react';
import { refusalOf } from '../../text/refusal.ts';
import { levelField } from '../../training/fields.ts';
import { tasks } from '../../training/tasks/index.ts';
import { NumberField } from '../parameters/NumberField.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { VisuallyHidden } from '../primitives/VisuallyHidden.tsx';
import { OwnTable } from './OwnTable.tsx';
import { OwnText } from './OwnText.tsx';
import { useTraining, useTrainingActions } from './trainingContext.ts';

const own = { text: 'Your own text', table: 'Your own table' } as const;
type Own = keyof typeof own;

/** The choice of the task: one of the shipped tasks or the reader's own data, its difficulty, and an example of it. */
export function TaskChoice() {
  const id = useId();
  const { subject } = useTraining((state) => state.plan);
  const task = useTraining((state) => state.task);
  const giving = useTraining((state) => state.giving);
  const { setSubject, setGiving } = useTrainingActions();
  const chosen = giving ?? (subject.kind === 'task' ? subject.id : subject.kind);
  const choose = (value: string): void => {
    const kind = Object.hasOwn(own, value) ? (value as Own) : null;
    setGiving(kind === subject.kind ? null : kind);
    if (!kind && value !== task.id) setSubject({ kind: 'task', id: value });
  };
  const form = giving ?? (subject.kind === 'task' ? null : subject.kind);
  /** Forms stay once they were opened: what was typed is found again after a look at another task. */
  const [opened, setOpened] = useState<ReadonlySet<Own>>(new Set());
  if (form && !opened.has(form)) setOpened(new Set(opened).add(form));
  return (
    <section className="stack task-choice" aria-label="Task">
      <div>
        <label className="field" htmlFor={id}>
          <span className="control-label">Task</span>
          <select id={id} value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {tasks.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
            {Object.entries(own).map(([kind, title]) => (
              <option key={kind} value={kind}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      {opened.has('text') && (
        <div hidden={form !== 'text'}>
          <OwnText />
        </div>
      )}
      {opened.has('table') && (
        <div hidden={form !== 'table'}>
          <OwnTable />
        </div>
      )}
      {giving === null && (
        <>
          <p className="sentence">{task.sentence}</p>
          {/* the form of a text has its window already */}
          {subject.kind !== 'text' && <LevelField />}
        </>
      )}
    </section>
  );
}

/** The difficulty of the examples, typed or set with a slider; the run goes on with it. */
function LevelField() {
  const id = useId();
  const level = useTraining((state) => state.plan.level);
  const task = useTraining((state) => state.task);
  const { set } = useTrainingActions();
  const [fault, setFault] = useState<string | null>(null);
  const { label, min, max, hint, sentence } = levelField(task);
  return (
    <div className="row level">
      <NumberField
        key={label}
        label={label}
        value={level}
        step={1}
        min={min}
        max={max}
        whole
        hint={hint}
        onCommit={(next) => set('level', next)}
      />
      <input
        type="range"
        aria-label={label}
        aria-describedby={`${id}what`}
        min={min}
        max={max}
        value={level}
        onChange={({ currentTarget }) => setFault(refusalOf(() => set('level', Number(currentTarget.value))))}
      />
      <VisuallyHidden id={`${id}what`}>{sentence}</VisuallyHidden>
      {fault !== null && <Fault>{fault}</Fault>}
    </div>
  );
}
