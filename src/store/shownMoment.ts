import type { Gatescope } from './gatescope.ts';
import type { Moment } from './state.ts';

/** The moment as links and files keep it: without the other sequence and the interventions that wait until they fit. */
export function shownMoment({ getState, derived }: Pick<Gatescope, 'getState' | 'derived'>): Moment {
  const { inputs, cursor, selection, view } = getState();
  const { other, interventions, ...rest } = inputs;
  if (!other && !interventions) return { inputs, cursor, selection, view };
  const now = derived();
  const shown = {
    ...rest,
    ...(other && now.other && { other }),
    ...(interventions && { interventions: now.interventions }),
  };
  return { inputs: shown, cursor, selection, view };
}
