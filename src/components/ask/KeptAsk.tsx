import type { Axis } from '../../grades/axis.ts';
import type { GradeBook } from '../../grades/book.ts';
import { checkOf, placeOfQuestion } from '../../questions/place.ts';
import { isRightOption, type Question } from '../../questions/question.ts';
import { Ask, type Commitment } from './Ask.tsx';
import { AskFoot } from './AskFoot.tsx';
import { ClassAnswers } from './ClassAnswers.tsx';
import { useKept } from './kept.ts';

interface Props {
  /** The book that keeps the answer; null where nobody takes results. */
  readonly book: GradeBook | null;
  readonly question: Question;
  /** True for a teacher who is about to give the question to a class. */
  readonly forClass?: boolean;
  readonly onCommit?: (commitment: Commitment, right: boolean) => void;
}

/** A question by itself, whose answer is kept by the page around and shown again at the next visit. */
export function KeptAsk({ book, question, forClass = false, onCommit }: Props) {
  const of = checkOf(question);
  const { kept, commit } = useKept(book, placeOfQuestion(question), of);
  const axis: Axis = { kind: 'options', labels: question.options.map(({ text }) => text) };
  const keep = (commitment: Commitment): void => {
    const { chosen, sure } = commitment;
    const right = isRightOption(question.options[chosen]);
    onCommit?.(commitment, right);
    commit({ answer: chosen, sure, right });
  };
  const earlier = kept && { chosen: kept.answer, sure: kept.sure };
  return (
    <>
      <Ask question={question} heading="Question" reveals kept={earlier} onCommit={keep}>
        <AskFoot book={book} axis={axis} kept={kept} />
      </Ask>
      <ClassAnswers book={book} of={of} axis={axis} open={forClass} />
    </>
  );
}
