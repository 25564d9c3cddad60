import { actionsOf, startSums, sumsOf } from '../compute.ts';
import { Tape } from '../tape.ts';

/**
 * The run with one signal of one timestep replaced by `values` (all units, or those named) and all that follows computed
 * anew. Writes the signal that is read off into `result`; false where the replacement dies out and it stays as it was.
 */
export type Patch = (
  signal: string,
  t: number,
  values: Float64Array,
  units: readonly number[] | null,
  result: Float64Array,
) => boolean;

/**
 * Prepares the patches of a run in float64, of which `read` is read off at timestep `until`. Each gives the bits that
 * `intervene` would give; many are made in one piece of memory.
 */
export function createPatch(free: Tape, read: string, until: number): Patch {
  const { program, parameters, data, length } = free;
  const { frameSize, cell, slots } = program;
  const scratch = new Tape(program, parameters, data.slice(), length);
  const started = new Tape(program, parameters, data.slice(), length);
  startSums(started, 1);
  const sums = sumsOf(program);
  const actions = actionsOf(scratch);
  const made = scratch.data;
  const states = cell.states.map(({ id }) => scratch.slot(id));
  const output = scratch.slot(read);

  const runSteps = (t: number, from: number, to: number): void => {
    for (let k = from; k < to; k++) actions[k](t * frameSize);
  };
  const startFrame = (t: number): void => {
    const at = t * frameSize + sums.offset;
    for (let k = at; k < at + sums.size; k++) made[k] = started.data[k];
  };
  const asBefore = (t: number): boolean =>
    states.every(({ offset, size }) => {
      for (let k = t * frameSize + offset; k < t * frameSize + offset + size; k++)
        if (made[k] !== data[k]) return false;
      return true;
    });
  const stepAfter = new Map(
    cell.signals.map(({ id }) => [
      id,
      program.steps.findIndex((step) => step.kind === 'op' && step.out === slots.get(id)?.offset) + 1,
    ]),
  );

  return (signal, t, values, units, result) => {
    const target = scratch.values(signal, t);
    const after = stepAfter.get(signal) ?? 0;
    let reached = t;
    startFrame(t);
    runSteps(t, 0, after);
    if (units) for (const unit of units) target[unit] = values[unit];
    else target.set(values);
    runSteps(t, after, actions.length);
    while (reached < until && !asBefore(reached)) {
      reached++;
      startFrame(reached);
      runSteps(reached, 0, actions.length);
    }
    const arrived = reached === until;
    if (arrived) {
      const at = until * frameSize + output.offset;
      for (let k = 0; k < output.size; k++) result[k] = made[at + k];
    }
    made.set(data.subarray(t * frameSize, (reached + 1) * frameSize), t * frameSize);
    return arrived;
  };
}
