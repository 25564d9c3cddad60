/** An answer to which a reader committed. */
export interface Answer {
  /** The check of the question that was answered, see `questionCheck`. */
  readonly of: number;
  /** The index of the chosen option, from 0, or the guessed value. */
  readonly answer: number;
  readonly sure: boolean;
  readonly right: boolean;
  /** A random number below `NONCES`, which tells apart readers who give the same answer. */
  readonly nonce: number;
}

/** Answers by the place of their question. */
export type Answers = Readonly<Record<string, Answer>>;

export interface BookState {
  readonly answers: Answers;
  /** The number of answers committed since the page was opened; restored ones are not counted. */
  readonly commits: number;
  /** True once a page around takes the results. */
  readonly isConnected: boolean;
  /** A text with the answer codes of a class. */
  readonly pasted: string;
}

/** The answers of a reader to the questions of one lesson, or to a single question. */
export interface GradeBook {
  /** The places of all questions that count. */
  readonly places: readonly string[];
  /** True if every answer gets a code that a teacher can collect. */
  readonly codes: boolean;
  readonly getState: () => BookState;
  /** Calls back after every change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Keeps an answer with a nonce of its own; an answer at a place that does not count is ignored. */
  commit(place: string, answer: Omit<Answer, 'nonce'>): void;
  /** Takes over answers of an earlier visit to questions that are still the same; answers of this one take precedence. */
  restore(answers: Answers): void;
  /** Notes the check of a question that is asked now: an answer of an earlier visit to another question there is dropped. */
  settle(place: string, of: number): void;
  /** Notes that a page around takes the results. */
  connect(): void;
  /** Sets the text that is searched for the answer codes of a class. */
  paste(text: string): void;
}

/** The most questions that count; their answers fit into the 4,096 characters that SCORM 1.2 keeps. */
export const MAX_COUNTED = 100;

/** Nonces are whole numbers from 0 to below this. */
export const NONCES = 2 ** 12;

interface BookOptions {
  /** Gives numbers from 0 to below 1. */
  readonly random: () => number;
  readonly codes?: boolean;
  /** The checks of questions by their place, as far as they are known before the questions are asked. */
  readonly checks?: ReadonlyMap<string, number>;
}

/** An empty book for questions at these places. */
export function createBook(
  counted: readonly string[],
  { random, codes = false, checks = new Map() }: BookOptions,
): GradeBook {
  const places = [...new Set(counted)].slice(0, MAX_COUNTED);
  const listeners = new Set<() => void>();
  const known = new Map(checks);
  /** Places whose answer was given in this visit, or to the question that was asked in it. */
  const confirmed = new Set<string>();
  let state: BookState = { answers: {}, commits: 0, isConnected: false, pasted: '' };
  const change = (changed: Partial<BookState>): void => {
    state = { ...state, ...changed };
    for (const listener of [...listeners]) listener();
  };
  return {
    places,
    codes,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    commit(place, answer) {
      if (!places.includes(place)) return;
      const nonce = Math.floor(random() * NONCES);
      confirmed.add(place);
      change({ answers: { ...state.answers, [place]: { ...answer, nonce } }, commits: state.commits + 1 });
    },
    restore(earlier) {
      const same = Object.entries(earlier).filter(
        ([place, { of }]) => places.includes(place) && (known.get(place) ?? of) === of,
      );
      change({ answers: { ...Object.fromEntries(same), ...state.answers } });
    },
    settle(place, of) {
      known.set(place, of);
      const { [place]: earlier, ...others } = state.answers;
      if (earlier?.of === of) confirmed.add(place);
      else if (earlier && !confirmed.has(place)) change({ answers: others });
    },
    connect: () => change({ isConnected: true }),
    paste: (pasted) => change({ pasted }),
  };
}

/** The result so far: right answers out of all questions, answered or not. Null before the first answer. */
export function resultOf({ places, getState }: GradeBook): { readonly right: number; readonly of: number } | null {
  const answers = Object.values(getState().answers);
  if (answers.length === 0) return null;
  return { right: answers.filter(({ right }) => right).length, of: places.length };
}
