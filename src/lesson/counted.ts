import { placeOf } from '../grades/place.ts';
import { questionOf } from '../questions/make.ts';
import { checkOf, placeOfQuestion } from '../questions/place.ts';
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

/** The checks of the generator's questions in these chapters, by their place: values that are asked for have theirs once they are computed. */
export const checksIn = (chapters: readonly Chapter[]): ReadonlyMap<string, number> =>
  new Map(
    chapters.flatMap(({ parts }) =>
      parts.flatMap(({ blocks }) =>
        blocks.flatMap((block) => {
          if (block.kind !== 'question') return [];
          const { idea, form, seed } = block.question;
          return [[placeOfQuestion(block.question), checkOf(questionOf(idea, form, seed))] as const];
        }),
      ),
    ),
  );
