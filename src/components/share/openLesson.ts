import { MAX_LINK } from '../../io/limits.ts';
import { packed } from '../../io/packing.ts';
import { beginning, lessonHash } from '../../lesson/address.ts';

/** True if a text is a lesson: Markdown with the fence of a view or of a question. */
export const isLesson = (text: string): boolean => /^```(view|ask)\s*$/m.test(text);

/**
 * Opens a lesson as a new entry of the history, from which Back returns. The text is inside the address where a link has
 * room for it; it is also kept with the entry, so that a longer one survives a reload.
 */
export async function openLesson(markdown: string): Promise<void> {
  const text = await packed(markdown);
  const hash = lessonHash({ ...beginning, packed: text.length <= MAX_LINK ? text : '' });
  window.history.pushState({ lesson: markdown }, '', `#${hash}`);
  window.location.reload();
}

/** The lesson that is kept with the present entry of the history, or null. */
export function keptLesson(): string | null {
  const state: unknown = window.history.state;
  const lesson = typeof state === 'object' && state !== null && 'lesson' in state ? state.lesson : null;
  return typeof lesson === 'string' ? lesson : null;
}
