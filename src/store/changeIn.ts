import type { Core } from './core.ts';
import type { Inputs } from './state.ts';

/** Commits the parts of the inputs that are given, unless all of them are there already. */
export function changeIn(core: Core): (part: Partial<Inputs>, gesture?: string) => void {
  return (part, gesture) => {
    const inputs = core.get().inputs;
    const differs = Object.entries(part).some(([name, value]) => inputs[name as keyof Inputs] !== value);
    if (!differs) return;
    core.commit({ ...inputs, ...part }, gesture);
  };
}
