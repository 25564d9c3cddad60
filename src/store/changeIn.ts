import type { EditableCore } from './editable.ts';
import type { Inputs, Moment } from './state.ts';

type Change = (part: Partial<Inputs>, gesture?: string, moment?: Pick<Moment, 'cursor'>) => void;

/** Commits the given parts of the inputs, at the cursor of `moment` if there is one, unless none of them changes. */
export function changeIn(core: EditableCore): Change {
  return (part, gesture, moment) => {
    const inputs = core.get().inputs;
    const differs = Object.entries(part).some(([name, value]) => inputs[name as keyof Inputs] !== value);
    if (!differs) return;
    core.commit({ ...inputs, ...part }, gesture, moment);
  };
}
