import { createBook, type GradeBook } from '../../grades/book.ts';
import { connectSplice } from '../../grades/splice.ts';

/** A book of the questions at these places, connected to the page around if there is one, and how to end the connection. */
export function startGrading(
  places: readonly string[],
  codes: boolean,
  frame: Window,
): { readonly book: GradeBook; readonly stop: () => void } {
  const random = (): number => frame.crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
  const book = createBook(places, { random, codes });
  if (frame.parent === frame) return { book, stop: () => {} };
  const newId = (): string => random().toString(36).slice(2);
  return { book, stop: connectSplice(book, frame, { activity: frame.location.href, newId }) };
}
