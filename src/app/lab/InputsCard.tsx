import { useMemo } from 'react';
import { TokenBars } from '../../components/charts/TokenBars.tsx';
import { Segmented } from '../../components/controls/Segmented.tsx';
import { Button } from '../../components/primitives/Button.tsx';
import type { LabNetwork } from '../../laboratory/networks.ts';
import { type Weighed, weighed, weighedWords } from '../../laboratory/weighed.ts';
import { displayed } from '../../notation/number.ts';
import type { Example, Task } from '../../training/task.ts';
import { useLab, useSetting } from './labStore.ts';
import { NetworkChoice } from './NetworkChoice.tsx';

const blankChoices = [
  { value: 'zero', label: 'zero' },
  { value: 'mean', label: 'the mean input' },
] as const;

interface InputsCardProps {
  readonly task: Task;
  readonly example: Example;
  /** The network of the chosen cell; null while it is not there. */
  readonly network: LabNetwork | null;
}

/** The influence of earlier inputs on the answer of one network: by gradient and by occlusion, side by side. */
export function InputsCard({ task, example, network }: InputsCardProps) {
  const blank = useSetting('blank');
  const seed = useSetting('example');
  const lab = useLab();
  const found = useMemo(() => network && weighed(network, example, blank), [network, example, blank]);
  return (
    <section className="card stack" aria-labelledby="inputs">
      <h2 id="inputs">Which earlier inputs matter</h2>
      <p className="prose">
        There are two ways to ask. The gradient tells how the answer would move if an input were a little different.
        Occlusion replaces the input with a blank and recomputes everything after it. Where the cell is not linear, the
        two differ: a gate that is fully shut or open has no slope, and yet a missing input may move it.
      </p>
      <div className="row lab-choices">
        <NetworkChoice />
        <Segmented
          legend="blank input"
          legendShown
          choices={blankChoices}
          value={blank}
          onChange={(chosen) => lab.set({ blank: chosen })}
        />
        <Button onClick={() => lab.set({ example: (seed % 9999) + 1 })}>Another sequence</Button>
      </div>
      {found && <Bars task={task} example={example} found={found} />}
    </section>
  );
}

function Bars({ task, example, found }: { readonly task: Task; readonly example: Example; readonly found: Weighed }) {
  const { tokens } = example;
  const { occlusion, gradientTimesInput, gradient } = found;
  const largest = Math.max(...[...occlusion, ...gradientTimesInput].map(Math.abs));
  const words = weighedWords(task, example, found);
  return (
    <>
      <p aria-live="polite">{words}</p>
      <TokenBars
        label="Inputs that matter"
        tokens={tokens}
        summary={words}
        rows={[
          {
            name: 'Gradient × input',
            note: `the effect that the slope predicts; a full bar is ${displayed(largest)}`,
            tone: 'main',
            values: gradientTimesInput,
            largest,
          },
          {
            name: 'Occlusion',
            note: 'the effect of a blank instead, on the same scale',
            tone: 'gate',
            values: occlusion,
            largest,
          },
          {
            name: 'Norm of the gradient',
            note: `the largest effect of any input there; a full bar is ${displayed(Math.max(...gradient))}`,
            tone: 'beside',
            values: gradient,
            largest: Math.max(...gradient),
            signed: false,
          },
        ]}
      />
    </>
  );
}
