import type { TrainingRun } from '../../store/training/run.ts';
import { MOST_RUNS } from '../../store/training/state.ts';
import { counted } from '../../text/counts.ts';
import { Button } from '../primitives/Button.tsx';
import { runName } from './runName.ts';
import { scoreText } from './scores.ts';
import { useOtherRuns, useTrainingActions } from './trainingContext.ts';

/** The runs that the page does not show now: each can be gone back to. */
export function RunList() {
  const others = useOtherRuns();
  const { goBack, remove } = useTrainingActions();
  if (others.length === 0) return null;
  return (
    <section className="stack run-list" aria-label="Other runs">
      <h3>
        Other runs <small>the last {MOST_RUNS} are kept while this page is open, and one after that</small>
      </h3>
      <ul className="stack">
        {others.toReversed().map((run) => (
          <li key={run.id} className="row">
            <span>{describe(run)}</span>
            <Button aria-label={`Restore run ${run.id}`} onClick={() => goBack(run.id)}>
              Restore
            </Button>
            <Button aria-label={`Remove run ${run.id}`} onClick={() => remove(run.id)}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function describe(run: TrainingRun): string {
  const { task, updates, curve } = run;
  const reached = curve.at(-1)?.reaches ?? Number.NaN;
  const said = scoreText(task, reached);
  const score = task.asks === 'class' ? `${said} right` : `squared error ${said}`;
  return `${runName(run)}, “${task.title}”: ${score} after ${counted(updates, 'update')}`;
}
