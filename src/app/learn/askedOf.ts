import type { LessonView } from '../../lesson/lesson.ts';

/** Tells apart what views ask for: where a view reads the reader's own text, another text makes another question. */
export const askedOf = ({ line, ownText }: LessonView, text: string | null): string =>
  ownText ? `${line} ${text ?? ''}` : `${line}`;
