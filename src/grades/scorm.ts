import { answersIn, stateOf } from './answersState.ts';
import { type GradeBook, resultOf } from './book.ts';

/** The calls of a learning system that are used (SCORM 1.2 Run-Time Environment, 3.3). */
export interface ScormApi {
  LMSInitialize(empty: ''): unknown;
  LMSGetValue(name: string): unknown;
  LMSSetValue(name: string, value: string): unknown;
  LMSCommit(empty: ''): unknown;
  LMSFinish(empty: ''): unknown;
}

/** The windows that are searched upwards at most. */
const DEPTH = 20;

/** The learning system of SCORM 1.2 in a window around or behind this one, or null. */
export function scormApi(start: Window): ScormApi | null {
  const above = (first: Window | null): ScormApi | null => {
    let one = first;
    for (let k = 0; one && k < DEPTH; k++) {
      const found = apiOf(one);
      if (found || one.parent === one) return found;
      one = one.parent;
    }
    return null;
  };
  return above(start) ?? above(start.opener);
}

function apiOf(one: Window): ScormApi | null {
  try {
    const { API } = one as { API?: ScormApi };
    return typeof API?.LMSInitialize === 'function' ? API : null;
  } catch {
    // a window of another origin
    return null;
  }
}

/**
 * Reports the result of a book to a learning system after each committed answer, in percent of all questions, and takes
 * over the answers of the visit before. The lesson is complete once all questions are answered. Returns how to end the visit.
 */
export function connectScorm(book: GradeBook, api: ScormApi): () => void {
  if (String(api.LMSInitialize('')) !== 'true') return () => {};
  const set = (name: string, value: string): unknown => api.LMSSetValue(name, value);
  book.restore(answersIn(String(api.LMSGetValue('cmi.suspend_data'))) ?? {});
  book.connect();
  set('cmi.core.score.min', '0');
  set('cmi.core.score.max', '100');
  // otherwise a learning system may forget the answers at the end of the visit
  set('cmi.core.exit', 'suspend');
  const status = (): void => {
    const all = Object.keys(book.getState().answers).length === book.places.length;
    set('cmi.core.lesson_status', all ? 'completed' : 'incomplete');
  };
  status();
  let reported = 0;
  const unsubscribe = book.subscribe(() => {
    const { commits, answers } = book.getState();
    const result = resultOf(book);
    if (commits === reported || !result) return;
    reported = commits;
    set('cmi.core.score.raw', String(Math.round((100 * result.right) / result.of)));
    set('cmi.suspend_data', JSON.stringify(stateOf(answers)));
    status();
    api.LMSCommit('');
  });
  return () => {
    unsubscribe();
    api.LMSFinish('');
  };
}
