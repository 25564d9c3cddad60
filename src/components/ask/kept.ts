import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Answer, GradeBook } from '../../grades/book.ts';

/** The kept answer to a question. */
interface Kept {
  /** The answer of this or an earlier visit; null before there is one. */
  readonly kept: Answer | null;
  readonly commit: (answer: Pick<Answer, 'answer' | 'sure' | 'right'>) => void;
}

const unsubscribed = () => (): void => {};

/** The answer that a book keeps at a place to the question with this check. */
export function useKept(book: GradeBook | null, place: string, of: number): Kept {
  const now = (): Answer | null => book?.getState().answers[place] ?? null;
  const answer = useSyncExternalStore(book?.subscribe ?? unsubscribed, now);
  useEffect(() => book?.settle(place, of), [book, place, of]);
  return {
    kept: answer?.of === of ? answer : null,
    commit: (given) => book?.commit(place, { ...given, of }),
  };
}

/** Calls `onCommit` once an answer of an earlier visit is there, as if the reader had committed to it now. */
export function useCommitted(earlier: boolean, onCommit: () => void): void {
  const tell = useEffectEvent(onCommit);
  useEffect(() => {
    if (earlier) tell();
  }, [earlier]);
}
