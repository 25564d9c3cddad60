import { createBook, type GradeBook } from '../../grades/book.ts';
import { connectSplice } from '../../grades/splice.ts';

interface Graded {
  /** The places of all questions that count. */
  readonly places: readonly string[];
  /** True if every answer gets a code that a teacher can collect. */
  readonly codes: boolean;
  /** The address at which the page was opened. */
  readonly activity: string;
}

/** A book of questions, connected to the page around if there is one, and how to end the connection. */
export function startGrading({ places, codes, activity }: Graded): {
  readonly book: GradeBook;
  readonly stop: () => void;
} {
  const random = (): number => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
  const book = createBook(places, { random, codes });
  if (window.parent === window) return { book, stop: () => {} };
  const newId = (): string => random().toString(36).slice(2);
  return { book, stop: connectSplice(book, window, { activity, newId }) };
}
