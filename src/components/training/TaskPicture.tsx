import { useMemo } from 'react';
import { displayed } from '../../notation/number.ts';
import { counted } from '../../text/counts.ts';
import { randomOf } from '../../training/random.ts';
import type { Example, Task } from '../../training/task.ts';
import { LineChart } from '../charts/LineChart.tsx';
import { ExampleStrip } from './ExampleStrip.tsx';
import { askedMarks } from './exampleMarks.ts';
import { MarkKeys } from './MarkKeys.tsx';
import { useTraining } from './trainingContext.ts';

/** The maximum width of the example, in letters. */
const WIDTH = 38;

/** The task drawn from an example of its own: what is read and, under it, what is asked. */
export function TaskPicture() {
  const { level, seed } = useTraining((state) => state.plan);
  const task = useTraining((state) => state.task);
  const giving = useTraining((state) => state.giving);
  const example = useMemo(() => task.example(randomOf(seed), level), [task, level, seed]);
  if (giving !== null) return null;
  const count = example.targets.filter((target) => target !== null).length;
  const everywhere = task.asks === 'value' && count > 2;
  return (
    <figure className="stack well">
      {everywhere ? (
        <SeriesPicture task={task} example={example} />
      ) : (
        <ExampleStrip
          label="An example: the tokens, and below them the right answers"
          tokens={example.tokens}
          marks={askedMarks(task, example)}
          width={WIDTH}
        />
      )}
      <figcaption className="stack">
        {!everywhere && <MarkKeys of={['read', 'asked', ...(isScored(example) ? [] : (['free'] as const))]} />}
        <p>{captionOf(task, example)}</p>
      </figcaption>
    </figure>
  );
}

/** True if every answer follows from the sequence. */
const isScored = ({ targets, determined }: Example): boolean =>
  targets.every((target, t) => target === null || (determined?.[t] ?? true));

function captionOf({ asks, outputs }: Task, { targets, determined, tokens }: Example): string {
  const asked = targets.filter((target) => target !== null).length;
  const scored = determined ? determined.filter(Boolean).length : asked;
  const where = asked === tokens.length ? 'an answer at each' : counted(asked, 'answer');
  const what = asks === 'class' ? `one of ${counted(outputs.length, 'class', 'classes')}` : 'a number';
  const scoring = scored === asked ? '' : ` ${scored} of the answers ${scored === 1 ? 'is' : 'are'} scored.`;
  return `${counted(tokens.length, 'timestep')}; ${where}: ${what}.${scoring}`;
}

function SeriesPicture({ task, example }: { readonly task: Task; readonly example: Example }) {
  const D = task.inputs.length;
  const T = example.tokens.length;
  const read = task.inputs.map((name, k) => ({
    name: D === 1 ? 'read' : name,
    tone: D === 1 || name === task.outputs[0] ? ('beside' as const) : ('past' as const),
    points: Array.from({ length: T }, (_, t): readonly [number, number] => [t + 1, example.x[t * D + k]]),
  }));
  const asked = example.targets.flatMap((target, t): (readonly [number, number])[] =>
    target === null ? [] : [[t + 1, target]],
  );
  const all = [...read.flatMap(({ points }) => points), ...asked].map(([, value]) => value);
  return (
    <LineChart
      title="An example"
      x={{ label: 'timestep', domain: [1, T] }}
      y={{ label: 'value', domain: [Math.min(...all), Math.max(...all)], format: (v) => displayed(v, 1) }}
      lines={[...read.slice(0, 4), { name: 'right answer', tone: 'answer', points: asked }]}
      summary={`${T} timesteps of ${task.inputs.join(', ')}, with ${asked.length} numbers to be predicted.`}
    />
  );
}
