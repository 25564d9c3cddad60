import type { Inline } from './lesson.ts';

/** True for a paragraph that is emphasis throughout: something to do at the screen, which paper leaves out. */
export const isToDo = (inlines: readonly Inline[]): boolean => inlines.length === 1 && inlines[0].kind === 'emphasis';
