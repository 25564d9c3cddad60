import { useMemo } from 'react';
import { attributionOf, meanInput, outputQuestion } from '../../analysis/attribution.ts';
import { TokenBars } from '../../components/charts/TokenBars.tsx';
import { Segmented } from '../../components/controls/Segmented.tsx';
import { runForward } from '../../engine/forward.ts';
import { headForward } from '../../engine/head.ts';
import { displayed, percentage } from '../../notation/number.ts';
import { softmax } from '../../ops/softmax.ts';
import type { Example, Task } from '../../training/task.ts';
import type { LabSettings } from './labLink.ts';
import { useLab, useSetting } from './labStore.ts';
import { NetworkChoice } from './NetworkChoice.tsx';
import type { LabNetwork } from './networks.ts';

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

/** Which earlier inputs the answer of one network hangs on: by gradient and by leaving each out, side by side. */
export function InputsCard({ task, example, network }: InputsCardProps) {
  const blank = useSetting('blank');
  const seed = useSetting('example');
  const lab = useLab();
  const found = useMemo(() => network && weighed(network, task, example, blank), [network, task, example, blank]);
  return (
    <section className="card" aria-labelledby="inputs">
      <h2 id="inputs">Which earlier inputs matter</h2>
      <p className="prose">
        Two ways to ask. The gradient says how the answer would move if an input were a little different. Occlusion
        takes the input away, puts a blank in its place, and computes all that follows anew. Where the cell is not
        linear the two differ: a gate that is fully shut or open has no slope, and yet a missing input may move it.
      </p>
      <div className="controls lab-choices">
        <NetworkChoice />
        <Segmented
          legend="taken away means"
          legendShown
          choices={blankChoices}
          value={blank}
          onChange={(chosen) => lab.set({ blank: chosen })}
        />
        <button type="button" onClick={() => lab.set({ example: (seed % 9999) + 1 })}>
          Another sequence
        </button>
      </div>
      {found && <Bars task={task} example={example} found={found} />}
    </section>
  );
}

interface Weighed extends ReturnType<typeof attributionOf> {
  readonly answer: number;
  readonly sure: number;
}

/** What the network answers at the last timestep, and how each input bears on that answer's score. */
function weighed(
  { program, parameters, head }: LabNetwork,
  task: Task,
  { x }: Example,
  blank: LabSettings['blank'],
): Weighed {
  const tape = runForward(program, parameters, x);
  const chances = softmax(headForward(head, tape.values(program.cell.output, tape.length)));
  const answer = chances.indexOf(Math.max(...chances));
  const away = blank === 'mean' ? meanInput(tape) : new Float64Array(task.inputs.length);
  const attribution = attributionOf(tape, parameters, outputQuestion(program, head, answer, tape.length), away);
  return { ...attribution, answer, sure: chances[answer] };
}

function Bars({ task, example, found }: { readonly task: Task; readonly example: Example; readonly found: Weighed }) {
  const { tokens, targets } = example;
  const { occlusion, gradientTimesInput, gradient, answer, sure } = found;
  const right = targets.at(-1) === answer;
  const largest = Math.max(...[...occlusion, ...gradientTimesInput].map(Math.abs));
  const noise = (values: Float64Array): number => Math.max(...Array.from(values.subarray(1, -1), Math.abs), 0);
  const foretold =
    (occlusion[0] < 0 === gradientTimesInput[0] < 0 ? '' : gradientTimesInput[0] < 0 ? 'a rise by ' : 'a fall by ') +
    displayed(Math.abs(gradientTimesInput[0]));
  const words = `It answers ${task.outputs[answer]} (${percentage(sure)}), which is ${right ? 'right' : 'wrong'}. Without the first symbol the score of ${task.outputs[answer]} over the others ${occlusion[0] < 0 ? 'rises' : 'falls'} by ${displayed(Math.abs(occlusion[0]))}; the gradient foretells ${foretold}. No symbol of noise moves it by more than ${displayed(noise(occlusion))} (foretold: ${displayed(noise(gradientTimesInput))}).`;
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
            note: `what the slope foretells; a full bar is ${displayed(largest)}`,
            tone: 'main',
            values: gradientTimesInput,
            largest,
          },
          {
            name: 'Occlusion',
            note: 'what taking it away does, on the same scale',
            tone: 'gate',
            values: occlusion,
            largest,
          },
          {
            name: 'Length of the gradient',
            note: `how much any input there could do; a full bar is ${displayed(Math.max(...gradient))}`,
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
