import * as v from 'valibot';
import { MAX_LEVEL, TASK_PATTERN } from './limits.ts';

/** A task and a level from outside; whether there are such is not known here. */
export const taskLevelSchema = v.object({
  task: v.pipe(v.string(), v.regex(TASK_PATTERN, 'names no possible task')),
  level: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_LEVEL, 'has a level that is too high')),
});
