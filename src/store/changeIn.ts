import type { EditableCore } from './editable.ts';
import type { Inputs } from './state.ts';

/** Commits the given parts of the inputs, unless none of them changes. */
export function changeIn(core: EditableCore): (part: Partial<Inputs>, gesture?: string) => void {
  return (part, gesture) => {
    const inputs = core.get().inputs;
    const differs = Object.entries(part).some(([name, value]) => inputs[name as keyof Inputs] !== value);
    if (!differs) return;
    core.commit({ ...inputs, ...part }, gesture);
  };
}
