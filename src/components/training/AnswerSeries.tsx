import { displayed } from '../../notation/number.ts';
import type { Example, Task } from '../../training/task.ts';
import type { Answered } from '../../training/watch.ts';
import { LineChart } from '../charts/LineChart.tsx';
import { asRead } from './exampleMarks.ts';
import { lossText } from './scores.ts';

/** The numbers predicted against those that came; before there is a network, only those that come. */
export function AnswerSeries({ task, example }: { readonly task: Task; readonly example: Answered | Example }) {
  const asked = example.targets.flatMap((target, t) => (target === null ? [] : [{ t: t + 1, target }]));
  const right = asked.map(({ t, target }): [number, number] => [t, asRead(task, target)]);
  const given =
    'answers' in example ? asked.map(({ t }): [number, number] => [t, asRead(task, example.answers[t - 1])]) : null;
  const values = right.map(([, value]) => value);
  const room = (Math.max(...values) - Math.min(...values)) * 0.1;
  const error = given?.reduce((sum, [, value], k) => sum + (value - right[k][1]) ** 2 / given.length, 0);
  const name = task.outputs[0];
  return (
    <LineChart
      title={name}
      x={{ label: 'timestep', domain: [1, example.targets.length] }}
      y={{
        label: name,
        domain: [Math.min(...values) - room, Math.max(...values) + room],
        format: (value) => displayed(value),
      }}
      lines={[
        { name: 'right', tone: 'own', points: right },
        ...(given ? [{ name: 'predicted', tone: 'answer', points: given } as const] : []),
      ]}
      summary={`${name} over ${example.targets.length} timesteps, ${
        error === undefined
          ? 'to be predicted one step ahead'
          : `predicted one step ahead with a mean squared error of ${lossText(error)}`
      }.`}
    />
  );
}
