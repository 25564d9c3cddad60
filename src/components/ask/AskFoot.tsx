import { useSyncExternalStore } from 'react';
import { type GradeBook, resultOf } from '../../grades/book.ts';

/** Says to whom the result went, under a question that is answered. */
export function AskFoot({ book }: { readonly book: GradeBook }) {
  const { isHeard } = useSyncExternalStore(book.subscribe, book.getState, book.getInitialState);
  const result = resultOf(book);
  if (!isHeard || !result) return null;
  return <p className="hint ask-foot">{`Reported to the page around: ${result.right} of ${result.of} right.`}</p>;
}
