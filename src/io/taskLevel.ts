import * as v from 'valibot';

/** A task and a level from outside; whether there are such is not known here. */
export const taskLevelSchema = v.object({
  task: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/, 'names a task that cannot be')),
  level: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000, 'has a level that cannot be')),
});
