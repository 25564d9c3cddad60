import { useRef, useState } from 'react';
import { givenAtHome } from '../../io/weights.ts';
import { useGatescope, useInstance } from '../../store/context.tsx';
import type { State } from '../../store/state.ts';

/**
 * Switches the cell and keeps the task: where weights of the new cell are shipped for it, they come along. Without them
 * the new cell takes over what the two share, and answers nothing.
 */
export function useChooseCell(): {
  /** The cell shown, or the one whose weights are being fetched. */
  readonly cell: string;
  readonly chooseCell: (cell: string) => Promise<void>;
} {
  const { actions, getState } = useInstance();
  const shown = useGatescope((state) => state.inputs.cell);
  const [coming, setComing] = useState<string | null>(null);
  const latest = useRef('');
  const chooseCell = async (cell: string): Promise<void> => {
    latest.current = cell;
    const { inputs } = getState();
    let found = earlierIn(cell, getState());
    if (!found && inputs.weights.kind === 'given') {
      setComing(cell);
      found = await sameTask(cell, inputs);
    }
    if (latest.current !== cell) return;
    setComing(null);
    if (getState().inputs.cell === cell) return;
    if (found) actions.switchTo(besideOther(found, getState().inputs));
    else actions.setCell(cell);
  };
  return { cell: coming ?? shown, chooseCell };
}

/** The given inputs beside the other sequence of the present ones. */
function besideOther({ other: _, ...inputs }: State['inputs'], { other }: State['inputs']): State['inputs'] {
  return other ? { ...inputs, other } : inputs;
}

/** The weights of this cell for the same task, as they were shown before; null where there were none. */
function earlierIn(cell: string, { inputs, past }: State): State['inputs'] | null {
  const { weights, sequence } = inputs;
  if (weights.kind === 'seeded' || weights.origin !== 'opened' || !weights.learned) return null;
  const { task } = weights.learned;
  const earlier = past.findLast((one) => one.cell === cell && givenAtHome(one)?.learned?.task === task);
  return earlier ? { ...earlier, sequence } : null;
}

/** Weights that cannot be fetched are as good as none: nothing is answered, and the badge says so. */
async function sameTask(cell: string, inputs: State['inputs']): Promise<State['inputs'] | null> {
  try {
    const { sameTaskIn } = await import('../../presets/sameTask.ts');
    return (await sameTaskIn(cell, inputs)) ?? null;
  } catch {
    return null;
  }
}
