import { createStore, type StoreApi } from 'zustand/vanilla';

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
  /** True once the page around has said that it takes results. */
  readonly isHeard: boolean;
  /** A text with the answer codes of a class. */
  readonly pasted: string;
}

/** The answers of a reader to the questions of one lesson, or to a single question. */
export interface GradeBook extends Pick<StoreApi<BookState>, 'getState' | 'subscribe' | 'getInitialState'> {
  /** The places of all questions that count. */
  readonly places: readonly string[];
  /** True if every answer gets a code that a teacher can collect. */
  readonly codes: boolean;
  commit(place: string, answer: Omit<Answer, 'nonce'>): void;
  /** Takes over answers of an earlier visit; answers of this one take precedence. */
  restore(answers: Answers): void;
  /** Called once the page around has said that it takes results. */
  heard(): void;
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
}

/** An empty book for questions at these places. */
export function createBook(counted: readonly string[], { random, codes = false }: BookOptions): GradeBook {
  const places = [...new Set(counted)].slice(0, MAX_COUNTED);
  const store = createStore<BookState>(() => ({ answers: {}, commits: 0, isHeard: false, pasted: '' }));
  return {
    ...store,
    places,
    codes,
    commit(place, answer) {
      if (!places.includes(place)) return;
      const nonce = Math.floor(random() * NONCES);
      const { answers, commits } = store.getState();
      store.setState({ answers: { ...answers, [place]: { ...answer, nonce } }, commits: commits + 1 });
    },
    restore(earlier) {
      const known = Object.entries(earlier).filter(([place]) => places.includes(place));
      store.setState(({ answers }) => ({ answers: { ...Object.fromEntries(known), ...answers } }));
    },
    heard: () => store.setState({ isHeard: true }),
    paste: (pasted) => store.setState({ pasted }),
  };
}

/** The result so far: right answers out of all questions, answered or not. Null before the first answer. */
export function resultOf({ places, getState }: GradeBook): { readonly right: number; readonly of: number } | null {
  const answers = Object.values(getState().answers);
  if (answers.length === 0) return null;
  return { right: answers.filter(({ right }) => right).length, of: places.length };
}
