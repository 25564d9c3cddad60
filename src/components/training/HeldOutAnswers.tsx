import { useMemo } from 'react';
import { sequenceFor } from '../../store/training/sequenceFor.ts';
import { drawn } from '../../training/batch.ts';
import { randomOf } from '../../training/random.ts';
import type { Example, Task } from '../../training/task.ts';
import { heldOutSeed } from '../../training/trainer.ts';
import type { Answered } from '../../training/watch.ts';
import { Button } from '../primitives/Button.tsx';
import { AnswerSeries } from './AnswerSeries.tsx';
import { ExampleStrip } from './ExampleStrip.tsx';
import { answerMarks, awaitedMarks } from './exampleMarks.ts';
import { MarkKeys } from './MarkKeys.tsx';
import { useRunParts, useTraining, useTrainingActions } from './trainingContext.ts';

/** The number of sequences listed, the number if each is a chart, and the width of each, in letters. */
const LISTED = 6;
const CHARTS = 3;
const WIDTH = 34;

/** The answers of the network to sequences that it was not trained on; before there are any, the questions. */
export function HeldOutAnswers() {
  const run = useRunParts('examples', 'task');
  const planned = useTraining((state) => state.task);
  const { read } = useTrainingActions();
  const answered = run?.examples.length ? run.examples : null;
  const task = run?.task ?? planned;
  const awaited = useAwaited(task, answered !== null);
  const examples: readonly (Answered | Example)[] = answered ?? awaited;
  const charts = isSeries(task, examples[0]);
  const scored = examples.every((example) => marksOf(task, example).every((mark) => !mark?.free));
  return (
    <section
      className="stack ruled answers"
      aria-label="Answers to held-out sequences"
      data-awaited={answered === null}
    >
      <header className="phrases">
        <h3>Answers to held-out sequences {answered === null && <small>shown once the cell trains</small>}</h3>
        {!charts && <MarkKeys of={['read', ...KEYS[task.asks], ...(scored ? [] : (['free'] as const))]} />}
      </header>
      <ol className="stack" data-charts={charts}>
        {examples.slice(0, charts ? CHARTS : LISTED).map((example, k) => (
          <li key={k}>
            {charts ? (
              <AnswerSeries task={task} example={example} />
            ) : (
              <ExampleStrip
                label={`Held-out sequence ${k + 1} with the answers of the network`}
                tokens={example.tokens}
                marks={marksOf(task, example)}
                width={WIDTH}
              />
            )}
            {'answers' in example && (
              <Button aria-label={`Show in cell: sequence ${k + 1}`} onClick={() => read(sequenceFor(task, example))}>
                Show in cell
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const KEYS = { class: ['right', 'wrong'], value: ['given'] } as const;

/** The sequences to which the network will answer, as its worker draws them. */
function useAwaited(task: Task, answered: boolean): readonly Example[] {
  const level = useTraining(({ plan }) => plan.level);
  const seed = useTraining(({ plan }) => plan.seed);
  return useMemo(
    () => (answered ? [] : drawn(task.heldOut ?? task, level, randomOf(heldOutSeed(seed)), LISTED)),
    [task, level, seed, answered],
  );
}

const marksOf = (task: Task, example: Answered | Example) =>
  'answers' in example ? answerMarks(task, example) : awaitedMarks(example);

/** True if numbers are asked for so often that they form a line. */
const isSeries = ({ asks }: Task, { targets }: Pick<Example, 'targets'>): boolean =>
  asks === 'value' && targets.filter((target) => target !== null).length > 2;
