import { linkOf } from '../../io/link.ts';
import type { Moment } from '../../io/moment.ts';
import type { Derived } from '../../store/derive.ts';
import { beforeStage } from '../../store/guess.ts';

/** The link to Explore with a moment; with these stages, it asks before each. */
export const exploreLink = (moment: Moment, stages: Derived['stages'] | null): ReturnType<typeof linkOf> =>
  linkOf(stages ? hiding(moment, stages) : moment);

/** A moment that begins with the stage of the next value and asks before every stage. Of other runs it shows none. */
function hiding({ inputs, cursor, selection, view }: Moment, stages: Derived['stages']): Moment {
  const { beside: _beside, other: _other, ...run } = inputs;
  return {
    inputs: run,
    cursor: beforeStage({ ...cursor, position: cursor.position + 1 }, stages),
    selection,
    view: { ...view, shows: 'values', guess: true },
  };
}
