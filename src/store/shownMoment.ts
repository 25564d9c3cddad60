import type { Gatescope } from './gatescope.ts';
import type { Moment } from './state.ts';

/** The moment as links and files keep it: without the interventions that wait for another cell or sequence. */
export function shownMoment({ getState, derived }: Pick<Gatescope, 'getState' | 'derived'>): Moment {
  const { inputs, cursor, selection, view } = getState();
  if (!inputs.interventions) return { inputs, cursor, selection, view };
  return { inputs: { ...inputs, interventions: derived().interventions }, cursor, selection, view };
}
