import { nameOf } from '../../cells/index.ts';
import { thousands } from '../../io/limits.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { Standing } from './Standing.tsx';
import { useRun, useTraining, useTrainingActions } from './trainingContext.ts';

/** Starting, pausing, one update, and how the run stands. */
export function Conduct() {
  const run = useRun();
  const fault = useTraining((state) => state.fault);
  const { start, pause, update, reset } = useTrainingActions();
  const running = run?.status === 'running';
  return (
    <section className="conduct" aria-label="Course of the training">
      <div className="buttons">
        <button type="button" className="primary" onClick={running ? pause : start}>
          {running ? 'Pause' : run && run.updates > 0 ? 'Go on' : 'Start'}
        </button>
        <button type="button" onClick={update}>
          One update
        </button>
        <button type="button" disabled={!run} onClick={reset}>
          Reset
        </button>
      </div>
      <Standing run={run} />
      <LeftRun />
      {fault !== null && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {run?.why && (
        <p className="fault" role="alert">
          {run.why}
        </p>
      )}
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
    <div className="left-run" role="status">
      <p>
        {left.why} The run of the {name} on “{run.task.title}” rests after update {thousands(run.updates)}.
      </p>
      <button type="button" onClick={() => goBack(run.id)}>
        Go back to the trained {name}
      </button>
    </div>
  );
}

/** Which layer of a stack the page shows. */
function LayerChoice() {
  const layers = useRun()?.settings.layers ?? 1;
  const layer = useTraining((state) => state.layer);
  const { showLayer } = useTrainingActions();
  if (layers === 1) return null;
  const shown = Math.min(layer, layers - 1);
  return (
    <div className="controls">
      <Segmented
        legend="the page shows layer"
        legendShown
        choices={Array.from({ length: layers }, (_, k) => ({ value: String(k), label: String(k + 1) }))}
        value={String(shown)}
        onChange={(chosen) => showLayer(Number(chosen))}
      />
      {shown > 0 && <p className="hint">It reads the hidden states of the layer below, as numbers.</p>}
    </div>
  );
}
