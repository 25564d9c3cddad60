import { answersIn, stateOf } from '../../grades/answersState.ts';
import { type Answers, type GradeBook, MAX_COUNTED } from '../../grades/book.ts';

const KEY = 'gatescope-answers';

/** The answers kept in this tab; none where the browser keeps nothing. */
function keptAnswers(): Answers {
  try {
    return answersIn(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

/** Keeps the latest answers, as many as can be read again. */
function keep(answers: Answers): void {
  try {
    const latest = Object.fromEntries(Object.entries(answers).slice(-MAX_COUNTED));
    sessionStorage.setItem(KEY, JSON.stringify(stateOf(latest)));
  } catch {
    // the questions can be answered all the same
  }
}

/**
 * Keeps the answers of a book for the tab, until it is closed, so that reloading the page or leaving it loses none. Returns how
 * to end that.
 */
export function keepAnswers(book: GradeBook): () => void {
  book.restore(keptAnswers());
  let kept = book.getState().commits;
  return book.subscribe(() => {
    const { answers, commits } = book.getState();
    if (commits === kept) return;
    kept = commits;
    // other lessons in the tab have answers, too
    keep({ ...keptAnswers(), ...answers });
  });
}
