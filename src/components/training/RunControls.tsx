import { nameOf } from '../../cells/index.ts';
import { withCommas } from '../../text/counts.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { RunStatus } from './RunStatus.tsx';
import { useRun, useTraining, useTrainingActions } from './trainingContext.ts';

/** Buttons that start, pause and reset a run, and its status. */
export function RunControls() {
  const run = useRun();
  const fault = useTraining((state) => state.fault);
  const { start, pause, update, reset } = useTrainingActions();
  const running = run?.status.kind === 'running';
  return (
    <section className="stack tight" aria-label="Course of training">
      <div className="row">
        <Button look="primary" onClick={running ? pause : start}>
          {running ? 'Pause' : run && run.updates > 0 ? 'Resume' : 'Start'}
        </Button>
        <Button onClick={update}>One update</Button>
        <Button disabled={!run} onClick={reset}>
          Reset
        </Button>
      </div>
      <RunStatus run={run} />
      <LeftRun />
      {fault !== null && <Fault>{fault}</Fault>}
      {run?.status.kind === 'diverged' && <Fault>{run.status.why}</Fault>}
      <LayerChoice />
    </section>
  );
}

/** Says that the page has left a run, with the way back. */
function LeftRun() {
  const left = useTraining((state) => state.left);
  const run = useTraining(({ runs }) => runs.find(({ id }) => id === left?.run));
  const { goBack } = useTrainingActions();
  if (!left || !run) return null;
  const name = nameOf(run.settings.cell);
  return (
    <div className="row well" role="status">
      <p>
        {left.why} The run of the {name} on “{run.task.title}” rests after update {withCommas(run.updates)}.
      </p>
      <Button onClick={() => goBack(run.id)}>Go back to the trained {name}</Button>
    </div>
  );
}

/** The choice of the layer of a stack that the page shows. */
function LayerChoice() {
  const layers = useRun()?.settings.layers ?? 1;
  const layer = useTraining((state) => state.layer);
  const { showLayer } = useTrainingActions();
  if (layers === 1) return null;
  const shown = Math.min(layer, layers - 1);
  return (
    <div>
      <Segmented
        legend="layer on the page"
        legendShown
        choices={Array.from({ length: layers }, (_, k) => ({ value: String(k), label: String(k + 1) }))}
        value={String(shown)}
        onChange={(chosen) => showLayer(Number(chosen))}
      />
      {shown > 0 && <p className="hint">It reads the hidden states of the layer below, as numbers.</p>}
    </div>
  );
}
