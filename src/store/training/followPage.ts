import { nameOf } from '../../cells/index.ts';
import { sameCell } from '../../io/cellChoice.ts';
import type { Gatescope } from '../gatescope.ts';
import type { Inputs } from '../state.ts';
import type { TrainingRun } from './run.ts';
import { fitsTask } from './sequenceFor.ts';
import type { Showing } from './showing.ts';
import { currentRun, type TrainingState } from './state.ts';

/** The callbacks for changes of the page by its reader. */
export interface Followed {
  getState(): TrainingState;
  /** The page has left the run. */
  leave(run: TrainingRun, why: string): void;
  /** The page shows this run again. */
  enter(run: TrainingRun): void;
  /** The run's network reads something else now. */
  reread(run: TrainingRun): void;
}

/** Watches what the reader does to the page that shows a run; returns how to stop. */
export function followPage(
  gatescope: Gatescope,
  showing: Showing,
  { getState, leave, enter, reread }: Followed,
): () => void {
  return gatescope.subscribe(({ inputs }, before) => {
    if (inputs === before.inputs) return;
    const run = currentRun(getState());
    if (!run) {
      const again = getState().runs.findLast((one) => showing.holds(one, inputs) && reads(one));
      if (again) enter(again);
    } else if (!showing.has(run)) {
      // what else the reader changes before the first weights are there waits for them
      if (!sameCell(run.settings, inputs)) leave(run, whyLeft(run, inputs));
    } else if (!showing.holds(run, inputs)) {
      // a sequence of other inputs brings other weights along
      const reason = sameCell(run.settings, inputs) && !reads(run) ? OTHER_INPUTS : whyLeft(run, inputs);
      leave(run, reason);
    } else if (showing.readsOther(inputs)) {
      if (reads(run)) reread(run);
      else leave(run, OTHER_INPUTS);
    }
  });

  /** True if the network of a run can read the sequence of the page. */
  function reads({ task }: TrainingRun): boolean {
    return fitsTask(task, gatescope.derived().encoded.features);
  }
}

const OTHER_INPUTS =
  'The cell now gets other inputs than in the task, so the trained cell cannot read the sequence above.';

function whyLeft({ settings }: TrainingRun, { cell }: Inputs): string {
  return cell === settings.cell
    ? 'The page now shows weights other than those of the run.'
    : `The page now shows the cell ${nameOf(cell)}.`;
}
