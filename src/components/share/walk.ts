import type { Extent } from '../../store/cursor.ts';
import type { Cursor, Moment } from '../../store/state.ts';

/** Moving pictures: the stages of one timestep, or one timestep after the other. */
export const walks = {
  stages: 'stages of this timestep',
  timesteps: 'timesteps of the sequence',
} as const;

export type Walk = keyof typeof walks;

/** A still picture of a walk, and how many times the usual it is shown. */
export interface Pause {
  readonly cursor: Cursor;
  readonly times: number;
}

/** The timesteps of a walk at most: more would make a file that no page and no slide takes. */
export const LONGEST = 60;

/**
 * The pictures of a walk that repeats. That of stages begins with the timestep as it ends, twice as long, because a program
 * that does not move a picture shows its first one; then come the empty cell and every stage but the last, which that
 * first picture shows. That of timesteps has the whole sequence, or of a longer one the part around the cursor.
 */
export function pausesOf(walk: Walk, { t, position }: Cursor, { T, N, stages }: Extent): readonly Pause[] {
  if (T === 0) return [{ cursor: { t, position }, times: 1 }];
  const at = Math.max(1, t);
  if (walk === 'stages') {
    const stops = [0, ...stages.map(({ end }) => end).filter((end) => end < N)];
    return [
      { cursor: { t: at, position: N }, times: 2 },
      ...stops.map((stop) => ({ cursor: { t: at, position: stop }, times: 1 })),
    ];
  }
  const count = Math.min(T, LONGEST);
  const first = Math.max(1, Math.min(T - count + 1, at - Math.floor(count / 2)));
  return Array.from({ length: count }, (_, k) => ({
    cursor: { t: first + k, position: N },
    times: k === count - 1 ? 2 : 1,
  }));
}

/** The moment of a walk at one of its cursors: the stage computed last is emphasised, whatever the length of a step is. */
export const pausedAt = (moment: Moment, cursor: Cursor): Moment => ({
  ...moment,
  cursor,
  view: { ...moment.view, granularity: 'stage' },
});
