import type { Run } from '../../store/training/run.ts';
import { counted, withCommas } from '../../text/counts.ts';
import { lossText, scoreText } from './scores.ts';
import { useTraining } from './trainingContext.ts';

/** How a run stands, in a word. */
const words = {
  ready: 'Ready',
  running: 'Running',
  paused: 'Paused',
  finished: 'Finished',
  diverged: 'Diverged',
} as const;

function stateOf(run: Run | null): keyof typeof words {
  if (run?.status === 'running') return 'running';
  if (run?.status === 'stopped') return 'diverged';
  if (!run || run.updates === 0) return 'ready';
  return run.until > 0 && run.updates >= run.until ? 'finished' : 'paused';
}

/** How the run stands, after how many of its updates, and what the last of them came to. */
export function Standing({ run }: { readonly run: Run | null }) {
  const planned = useTraining((state) => state.plan.updates);
  const state = stateOf(run);
  const updates = run?.updates ?? 0;
  /** Updates made one by one have no end that they go to. */
  const until = updates === 0 ? run?.until || planned : (run?.until ?? 0);
  const ends = until >= updates && until > 0;
  return (
    <div className="standing" data-state={state}>
      <p className="how-far">
        <strong className="state" aria-live="polite">
          {words[state]}
        </strong>
        <span className="made">
          {ends ? `${withCommas(updates)} of ${counted(until, 'update')}` : counted(updates, 'update')}
        </span>
      </p>
      <progress aria-label="Updates made" max={ends ? until : Math.max(1, updates)} value={updates} />
      {run?.last ? (
        <LastUpdate last={run.last} task={run.task} pace={state === 'running' ? run.pace : 0} />
      ) : (
        <p className="hint">
          The weights of the cell above change while it trains: watch the diagram and the strips. Undo brings back what
          was there before.
        </p>
      )}
    </div>
  );
}

/** What the last update came to on its own batch, before the weights were changed, and how fast they follow. */
function LastUpdate({ last, task, pace }: Pick<Run, 'task' | 'pace'> & { readonly last: NonNullable<Run['last']> }) {
  const parts = [
    ...(task.asks === 'class' ? [['loss', lossText(last.loss)]] : []),
    [task.asks === 'class' ? 'right answers' : 'squared error', scoreText(task, last.reaches)],
    ['gradient norm', lossText(last.norm)],
  ];
  return (
    <p className="last-update hint">
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
