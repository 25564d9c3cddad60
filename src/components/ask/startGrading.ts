import { createBook, type GradeBook } from '../../grades/book.ts';
import { connectScorm, scormApi } from '../../grades/scorm.ts';
import { connectSplice } from '../../grades/splice.ts';
import { hasSite } from '../hasSite.ts';
import { keepAnswers } from './keepAnswers.ts';

interface Graded {
  /** The places of all questions that count. */
  readonly places: readonly string[];
  /** The checks of questions by their place, see `createBook`. */
  readonly checks: ReadonlyMap<string, number>;
  /** True if every answer gets a code that a teacher can collect. */
  readonly codes: boolean;
  /** The address at which the page was opened. */
  readonly activity: string;
  /** True if the answers are kept for the tab where there is no page around to keep them; default false. */
  readonly keeps?: boolean;
}

/** A book of questions, connected to the page around if there is one, and how to end the connection. */
export function startGrading({ places, checks, codes, activity, keeps = false }: Graded): {
  readonly book: GradeBook;
  readonly stop: () => void;
} {
  const random = (): number => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
  const book = createBook(places, { random, codes, checks });
  const api = hasSite ? null : scormApi(window);
  if (api) return { book, stop: untilLeft(connectScorm(book, api)) };
  if (window.parent === window) return { book, stop: keeps ? keepAnswers(book) : () => {} };
  const newId = (): string => random().toString(36).slice(2);
  return { book, stop: connectSplice(book, window, { activity, newId }) };
}

/** Ends a visit once: when it is stopped, or when the page is left. */
function untilLeft(end: () => void): () => void {
  let ended = false;
  const stop = (): void => {
    window.removeEventListener('pagehide', stop);
    if (!ended) end();
    ended = true;
  };
  window.addEventListener('pagehide', stop);
  return stop;
}
