import { placeOf } from '../grades/place.ts';
import { placeOfQuestion } from '../questions/place.ts';
import type { Chapter, LessonView } from './lesson.ts';

/** The place of the value that a view asks for, whichever text of the reader it reads. */
export function placeOfAsked({ entries, ownText, asked }: LessonView): string {
  const given = Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  return placeOf(JSON.stringify([given, ownText, asked]));
}

/** The places of all questions in these chapters. */
export const placesIn = (chapters: readonly Chapter[]): readonly string[] =>
  chapters.flatMap(({ parts }) =>
    parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        if (block.kind === 'question') return [placeOfQuestion(block.question)];
        return block.kind === 'asked value' ? [placeOfAsked(block.view)] : [];
      }),
    ),
  );
