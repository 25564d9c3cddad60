import type { Lesson, LessonView } from './lesson.ts';

/**
 * A lesson in which views that say the same as in `before` are the same objects, so that a change of the text does not
 * open their figures again. Their line numbers may be those of `before`.
 */
export function withViewsOf(before: Lesson, { title, chapters }: Lesson): Lesson {
  const known = new Map<string, LessonView[]>();
  for (const view of viewsOf(before)) known.set(keyOf(view), [...(known.get(keyOf(view)) ?? []), view]);
  const same = (view: LessonView): LessonView => known.get(keyOf(view))?.shift() ?? view;
  return {
    title,
    chapters: chapters.map((chapter) => ({
      ...chapter,
      parts: chapter.parts.map(({ view, blocks }) => {
        const kept = view && same(view);
        return {
          view: kept,
          blocks: blocks.map((block) => (block.kind === 'asked value' && kept ? { ...block, view: kept } : block)),
        };
      }),
    })),
  };
}

const keyOf = ({ entries, ownText, asked }: LessonView): string => JSON.stringify([entries, ownText, asked]);

const viewsOf = ({ chapters }: Lesson): readonly LessonView[] =>
  chapters.flatMap(({ parts }) => parts.flatMap(({ view }) => view ?? []));
