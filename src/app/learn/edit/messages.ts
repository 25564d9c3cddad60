import * as v from 'valibot';
import { MAX_LESSON } from '../../../lesson/parse.ts';
import { matching } from '../../../text/matching.ts';

const lessonSchema = v.object({
  type: v.literal('gates:lesson'),
  markdown: v.pipe(v.string(), v.maxLength(MAX_LESSON + 1)),
  /** The chapter at the caret, counted from 0; −1 above the first. */
  chapter: v.pipe(v.number(), v.integer()),
});
const previewSchema = v.object({
  type: v.literal('gates:preview'),
  /** The view that the figure shows, in the keys of a link; null before there is one. */
  view: v.nullable(v.array(v.tuple([v.string(), v.string()]))),
});

/** A message from the editor to its preview. */
export type LessonMessage = v.InferOutput<typeof lessonSchema>;
/** A message from the preview to its editor. */
export type PreviewMessage = v.InferOutput<typeof previewSchema>;

/** The message of the editor in `data`, or null. */
export const lessonIn = (data: unknown): LessonMessage | null => matching(lessonSchema, data);

/** The message of the preview in `data`, or null. */
export const previewIn = (data: unknown): PreviewMessage | null => matching(previewSchema, data);
