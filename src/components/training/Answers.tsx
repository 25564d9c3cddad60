import { displayed } from '../../notation/number.ts';
import { sequenceFor } from '../../store/training/sequenceFor.ts';
import type { Task } from '../../training/task.ts';
import type { Answered } from '../../training/watch.ts';
import { LineChart } from '../charts/LineChart.tsx';
import { answerMarks, unscaled } from './exampleMarks.ts';
import { TokenStrip } from './TokenStrip.tsx';
import { useRunParts, useTrainingActions } from './trainingContext.ts';

/** How many sequences are listed, and how wide each may be, in letters. */
const LISTED = 6;
const WIDTH = 38;

/** What the network answers to sequences that it was not trained on. */
export function Answers() {
  const run = useRunParts('examples', 'task');
  const { read } = useTrainingActions();
  if (!run || run.examples.length === 0) return null;
  const { task } = run;
  return (
    <section className="answers" aria-label="Answers to fresh sequences">
      <h3>
        Answers to fresh sequences{' '}
        <small>
          {task.asks === 'class'
            ? 'under what is read the answer of the network; where it is wrong, the right one below'
            : 'under what is read the number that the network gives, and the one asked for'}
        </small>
      </h3>
      <ol>
        {run.examples.slice(0, isSeries(task, run.examples[0]) ? 2 : LISTED).map((example, k) => (
          <li key={k}>
            <button
              type="button"
              aria-label={`Show in cell: sequence ${k + 1}`}
              onClick={() => read(sequenceFor(task, example))}
            >
              Show in cell
            </button>
            {isSeries(task, example) ? (
              <Series task={task} example={example} />
            ) : (
              <TokenStrip
                label={`Fresh sequence ${k + 1} with the answers of the network`}
                tokens={example.tokens}
                marks={answerMarks(task, example)}
                width={WIDTH}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whether numbers are asked for so often that they are a line. */
const isSeries = ({ asks }: Task, { targets }: Pick<Answered, 'targets'>): boolean =>
  asks === 'value' && targets.filter((target) => target !== null).length > 2;

/** The numbers predicted against those that came. */
function Series({ task, example }: { readonly task: Task; readonly example: Answered }) {
  const asked = example.targets.flatMap((target, t) => (target === null ? [] : [{ t: t + 1, target }]));
  const right = asked.map(({ t, target }): [number, number] => [t, unscaled(task, target)]);
  const given = asked.map(({ t }): [number, number] => [t, unscaled(task, example.answers[t - 1])]);
  const values = right.map(([, value]) => value);
  const room = (Math.max(...values) - Math.min(...values)) * 0.1;
  const error = right.reduce((sum, [, value], k) => sum + (value - given[k][1]) ** 2 / right.length, 0);
  return (
    <LineChart
      title={task.outputs[0]}
      x={{ label: 'timestep', domain: [1, example.targets.length] }}
      y={{
        label: task.outputs[0],
        domain: [Math.min(...values) - room, Math.max(...values) + room],
        format: (value) => displayed(value),
      }}
      lines={[
        { name: 'true', tone: 'true', points: right },
        { name: 'predicted', tone: 'main', points: given },
      ]}
      summary={`${task.outputs[0]} over ${example.targets.length} timesteps, predicted one step ahead with a mean squared error of ${displayed(error, 3)}.`}
    />
  );
}
