import type { Cursor, Moment } from '../../io/moment.ts';
import type { LessonPart, LessonView } from '../../lesson/lesson.ts';

/** The last view of a chapter, up to this part, that asks for a value which is not `answered`; null without one. */
export function openAsked(
  parts: readonly LessonPart[],
  at: number,
  answered: (view: LessonView) => boolean,
): LessonView | null {
  const views = parts.slice(0, at + 1).flatMap(({ view }) => view ?? []);
  return views.findLast((view) => view.asked !== null && !answered(view)) ?? null;
}

/**
 * The last moment that a view may show later in the chapter while the one at the moment `before` asks and has no answer: an
 * answer belongs to the sequence, whichever cell reads it, another value to one cell, too. Null if the later view does not
 * run over what is asked.
 */
export function untilAsked({ asked }: LessonView, before: Moment, later: Moment): Cursor | null {
  const sameCell = before.inputs.cell === later.inputs.cell;
  const sameSequence = JSON.stringify(before.inputs.sequence) === JSON.stringify(later.inputs.sequence);
  if (!sameSequence || (asked?.kind !== 'answer' && !sameCell)) return null;
  const { t, position } = before.cursor;
  return { t, position: sameCell ? position : 0 };
}
