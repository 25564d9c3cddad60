import { useMemo } from 'react';
import { firstWrong } from '../../analysis/gradientFlow.ts';
import { Button } from '../../components/primitives/Button.tsx';
import { gateOf, WRONG } from '../../laboratory/gradientWords.ts';
import { jacobianAt, jacobianRunOf, jacobianWords } from '../../laboratory/jacobianView.ts';
import type { FlowOf, LabNetwork } from '../../laboratory/networks.ts';
import type { Example } from '../../training/task.ts';
import { JacobianMaps } from './JacobianMaps.tsx';
import { useLab, useSetting } from './labStore.ts';
import { NetworkChoice } from './NetworkChoice.tsx';

interface JacobianCardProps {
  readonly example: Example;
  /** The network of the chosen cell; null while it is not there. */
  readonly network: LabNetwork | null;
  readonly flowOf: FlowOf;
}

/** The product of Jacobians as matrices: the factor of one timestep, all of them up to the question, and its parts. */
export function JacobianCard({ example: { x, tokens }, network, flowOf }: JacobianCardProps) {
  const last = tokens.length;
  const back = Math.min(useSetting('back'), last - 1);
  const lab = useLab();
  const run = useMemo(() => network && jacobianRunOf(network, x), [network, x]);
  const view = useMemo(() => run && back < run.products.length && jacobianAt(run, back), [run, back]);
  const flow = network && flowOf(network).states.find(({ state }) => state === run?.state);
  const gate = network && run ? gateOf(network.program.cell, run.state) : '';
  const wrong = flow ? firstWrong(flow, WRONG) : null;
  return (
    <section className="card stack" aria-labelledby="jacobian">
      <h2 id="jacobian">The product, matrix by matrix</h2>
      <p className="prose">
        Each timestep contributes one matrix, its Jacobian: how every unit depends on every unit one timestep before. On
        the way back they are multiplied one after another. A coloured square is a dependence; a blank square is none.
      </p>
      <div className="row lab-choices">
        <NetworkChoice />
      </div>
      <div className="row lab-slider">
        <label htmlFor="back">Timesteps back</label>
        <input
          id="back"
          type="range"
          min={1}
          max={last - 1}
          value={back}
          aria-valuetext={`${back}, to timestep ${last - back}`}
          onChange={({ currentTarget }) => lab.set({ back: Number(currentTarget.value) })}
        />
        <output htmlFor="back">
          {back}: k = {last - back} of {last}
        </output>
        {wrong !== null && wrong < last && (
          <Button disabled={wrong === back} onClick={() => lab.set({ back: wrong })}>
            Where “just {gate}” becomes wrong: {wrong}
          </Button>
        )}
      </div>
      {run && view && network && (
        <>
          <p aria-live="polite">{jacobianWords(view, run.state, gate, back)}</p>
          <JacobianMaps run={run} view={view} cell={network.program.cell} gate={gate} back={back} />
        </>
      )}
    </section>
  );
}
