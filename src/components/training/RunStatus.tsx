import type { RunStatus as Status, TrainingRun } from '../../store/training/run.ts';
import { counted, withCommas } from '../../text/counts.ts';
import { lossText, scoreText } from './scores.ts';
import { useTraining } from './trainingContext.ts';

/** One word for every status. */
const words: Readonly<Record<Status['kind'], string>> = {
  ready: 'Ready',
  running: 'Running',
  paused: 'Paused',
  finished: 'Finished',
  diverged: 'Diverged',
};

/** The status of a run, how many of its updates are made, and the measures of the last one. */
export function RunStatus({ run }: { readonly run: TrainingRun | null }) {
  const planned = useTraining((state) => state.plan.updates);
  const status: Status = run?.status ?? { kind: 'ready' };
  const updates = run?.updates ?? 0;
  // single updates have no target
  const until = updates === 0 ? run?.until || planned : (run?.until ?? 0);
  const ends = until >= updates && until > 0;
  return (
    <div className="standing" data-state={status.kind}>
      <p className="row">
        <strong className="badge" aria-live="polite">
          {words[status.kind]}
        </strong>
        <span>{ends ? `${withCommas(updates)} of ${counted(until, 'update')}` : counted(updates, 'update')}</span>
      </p>
      <progress aria-label="Updates made" max={ends ? until : Math.max(1, updates)} value={updates} />
      {run?.last ? (
        <LastUpdate last={run.last} task={run.task} pace={status.kind === 'running' ? status.pace : 0} />
      ) : (
        <p className="hint">
          The weights of the cell change while it trains: watch the diagram and the strips. Undo restores the previous
          weights.
        </p>
      )}
    </div>
  );
}

/** The loss of the last update on its own batch, before the weights were changed, and the rate of updates. */
function LastUpdate({
  last,
  task,
  pace,
}: Pick<TrainingRun, 'task'> & { readonly last: NonNullable<TrainingRun['last']>; readonly pace: number }) {
  const parts = [
    ...(task.asks === 'class' ? [['loss', lossText(last.loss)]] : []),
    [task.asks === 'class' ? 'right answers' : 'squared error', scoreText(task, last.reaches)],
    ['gradient norm', lossText(last.norm)],
  ];
  return (
    <p className="phrases hint">
      <span>Last batch</span>
      {parts.map(([name, value]) => (
        <span key={name}>
          {name} <b>{value}</b>
        </span>
      ))}
      {pace > 0 && <span>{counted(Math.round(pace), 'update')} per second</span>}
    </p>
  );
}
