import { checkOf, placeOfQuestion } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';
import { Ask, type Commitment } from './Ask.tsx';
import { AskFoot } from './AskFoot.tsx';
import { useKept } from './kept.ts';

interface Props {
  readonly question: Question;
  readonly onCommit?: (commitment: Commitment, right: boolean) => void;
}

/** A question by itself, whose answer is kept by the page around and shown again at the next visit. */
export function KeptAsk({ question, onCommit }: Props) {
  const { book, kept, commit } = useKept(placeOfQuestion(question), checkOf(question));
  const keep = (commitment: Commitment): void => {
    const { chosen, sure } = commitment;
    const right = question.options[chosen].misconception === null;
    onCommit?.(commitment, right);
    commit({ answer: chosen, sure, right });
  };
  const earlier = kept && { chosen: kept.answer, sure: kept.sure };
  return (
    <Ask question={question} heading="Question" reveals kept={earlier} onCommit={keep}>
      {kept && book && <AskFoot book={book} />}
    </Ask>
  );
}
