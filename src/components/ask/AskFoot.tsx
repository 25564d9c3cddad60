import { useSyncExternalStore } from 'react';
import { codeOf } from '../../grades/answerCode.ts';
import { type Axis, stepOf } from '../../grades/axis.ts';
import { type Answer, type GradeBook, resultOf } from '../../grades/book.ts';
import { AnswerCode } from './AnswerCode.tsx';

interface Props {
  readonly book: GradeBook | null;
  readonly axis: Axis;
  readonly kept: Answer | null;
}

/** Below an answered question: the code of the answer, and to whom the result went. */
export function AskFoot({ book, axis, kept }: Props) {
  if (!book || !kept) return null;
  const step = book.codes ? stepOf(axis, kept.answer) : null;
  return (
    <>
      {step !== null && <AnswerCode code={codeOf({ ...kept, step })} />}
      <Reported book={book} />
    </>
  );
}

function Reported({ book }: { readonly book: GradeBook }) {
  const { isConnected } = useSyncExternalStore(book.subscribe, book.getState);
  const result = resultOf(book);
  if (!isConnected || !result) return null;
  return <p className="hint">{`Reported to the surrounding page: ${result.right} of ${result.of} right.`}</p>;
}
