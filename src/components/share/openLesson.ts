import { MAX_LINK } from '../../io/limits.ts';
import { packed } from '../../io/packing.ts';
import { beginning, type LessonPlace, lessonHash } from '../../lesson/address.ts';

/** True if a text is a lesson: Markdown with the fence of a view or of a question. */
export const isLesson = (text: string): boolean => /^```(view|ask)\s*$/m.test(text);

/**
 * Opens a lesson as a new entry of the history, from which Back returns. The text is inside the address where a link has
 * room for it; it is also kept with the entry, so that a longer one survives a reload.
 */
export async function openLesson(markdown: string): Promise<void> {
  enter({ ...beginning, packed: (await packedForLink(markdown)) ?? '' }, markdown);
}

/** The lesson as it is written inside an address; null where it is too long for a link. */
export async function packedForLink(markdown: string): Promise<string | null> {
  const text = await packed(markdown);
  return text.length <= MAX_LINK ? text : null;
}

/** Opens the draft of this id in the editor at a chapter. Until it is changed, the draft is this lesson. */
export function openDraft(draft: string, chapter: string, markdown: string): void {
  enter({ ...beginning, chapter, draft }, markdown);
}

/** Goes to a place as a new entry of the history, which keeps the lesson. */
function enter(place: LessonPlace, markdown: string): void {
  window.history.pushState({ lesson: markdown }, '', `#${lessonHash(place)}`);
  window.location.reload();
}

/** The lesson that is kept with the present entry of the history, or null. */
export function keptLesson(): string | null {
  const state: unknown = window.history.state;
  const lesson = typeof state === 'object' && state !== null && 'lesson' in state ? state.lesson : null;
  return typeof lesson === 'string' ? lesson : null;
}
