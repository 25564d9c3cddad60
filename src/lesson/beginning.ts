import type { Moment } from '../io/moment.ts';
import type { Lesson } from './lesson.ts';

/** The part of a lesson that its first picture needs. */
export interface Beginning {
  /** The lesson with the text of its first chapter alone: the other chapters have their titles and no parts. */
  readonly lesson: Lesson;
  /** The moment of the first view, as `openedView` opens it without a text of the reader. */
  readonly moment: Moment;
}
