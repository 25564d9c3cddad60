import * as v from 'valibot';
import { MAX_LESSON } from '../../../lesson/parse.ts';

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
export function lessonIn(data: unknown): LessonMessage | null {
  const read = v.safeParse(lessonSchema, data);
  return read.success ? read.output : null;
}

/** The message of the preview in `data`, or null. */
export function previewIn(data: unknown): PreviewMessage | null {
  const read = v.safeParse(previewSchema, data);
  return read.success ? read.output : null;
}
