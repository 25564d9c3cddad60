import { isRightOption, type Question } from '../../questions/question.ts';
import { Button } from '../primitives/Button.tsx';
import type { Commitment } from './Ask.tsx';
import { AskVerdict } from './AskVerdict.tsx';
import { Place } from './Place.tsx';

interface Props {
  readonly question: Question;
  readonly commitment: Commitment;
  readonly onNext?: (() => void) | undefined;
}

/** The answer to a question: whether the reader was right, what a wrong choice assumes, why, and where to see it. */
export function Reveal({ question, commitment, onNext }: Props) {
  const { options, because } = question;
  const { misconception, sum } = options[commitment.chosen];
  return (
    <div className="ruled stack">
      <AskVerdict>
        {misconception === null ? (
          <p>
            <strong>✓ Right.</strong>
          </p>
        ) : (
          <p>
            <strong>✗ The answer is {options.find(isRightOption)?.text}.</strong> Your choice
            {sum === null ? '' : `, ${sum},`} would be right if this were true: “{misconception}”
          </p>
        )}
      </AskVerdict>
      <p>{because}</p>
      <div className="row reveal-ways">
        {onNext && (
          <Button look="primary" onClick={onNext}>
            Next question
          </Button>
        )}
        <Place question={question} />
      </div>
    </div>
  );
}
