import { useMemo } from 'react';
import { displayed } from '../../notation/number.ts';
import { randomOf } from '../../training/random.ts';
import type { Example, Task } from '../../training/task.ts';
import { LineChart } from '../charts/LineChart.tsx';
import { askedMarks } from './exampleMarks.ts';
import { TokenStrip } from './TokenStrip.tsx';

/** How wide the example may be drawn, in letters. */
const WIDTH = 38;

/** The task drawn from an example of its own: what is read and, under it, what is asked. */
export function TaskPicture({
  task,
  level,
  seed,
}: {
  readonly task: Task;
  readonly level: number;
  readonly seed: number;
}) {
  const example = useMemo(() => task.example(randomOf(seed), level), [task, level, seed]);
  const count = example.targets.filter((target) => target !== null).length;
  const everywhere = task.asks === 'value' && count > 2;
  return (
    <figure className="task-picture">
      {everywhere ? (
        <SeriesPicture task={task} example={example} />
      ) : (
        <TokenStrip
          label="An example: what is read, and under it the right answer"
          tokens={example.tokens}
          marks={askedMarks(task, example)}
          width={WIDTH}
        />
      )}
      <figcaption>{captionOf(task, example)}</figcaption>
    </figure>
  );
}

function captionOf(task: Task, { targets, determined, tokens }: Example): string {
  const asked = targets.filter((target) => target !== null).length;
  const counted = determined ? determined.filter(Boolean).length : asked;
  const where = asked === tokens.length ? 'at every timestep' : asked === 1 ? 'once' : `at ${asked} timesteps`;
  const counting =
    counted === asked
      ? ''
      : `; ${counted === 1 ? 'one of the answers follows' : `${counted} of the answers follow`} from what was read and count${counted === 1 ? 's' : ''}`;
  const kinds = task.asks === 'class' ? `one of ${task.outputs.length}` : 'a number';
  return `${tokens.length} timesteps; asked ${where} for ${kinds}${counting}.`;
}

function SeriesPicture({ task, example }: { readonly task: Task; readonly example: Example }) {
  const D = task.inputs.length;
  const T = example.tokens.length;
  const read = task.inputs.map((name, k) => ({
    name: D === 1 ? 'read' : name,
    tone: 'beside' as const,
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
      lines={[...read.slice(0, 4), { name: 'asked for', tone: 'true', points: asked }]}
      summary={`${T} timesteps of ${task.inputs.join(', ')}, with ${asked.length} numbers to be predicted.`}
    />
  );
}
