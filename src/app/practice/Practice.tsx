import { type MouseEvent, useMemo, useState } from 'react';
import { Ask, type Commitment } from '../../components/ask/Ask.tsx';
import { questionHash } from '../../questions/address.ts';
import { questionOf } from '../../questions/make.ts';
import { nextQuestion, type Progress, progressText, withAnswer } from '../../questions/progress.ts';
import { isRightOption } from '../../questions/question.ts';
import type { KeptText } from '../keptText.ts';
import { UnreadText } from '../UnreadText.tsx';
import { IdeaList } from './IdeaList.tsx';

interface Props {
  readonly storage: KeptText<Progress>;
  /** The seed of a reader who has kept nothing yet. */
  readonly freshSeed: () => number;
}

/** Opens the address of a question with what a teacher needs unfolded; the address itself, for students, does not say so. */
function openForClass(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  window.history.pushState({ forClass: true }, '', event.currentTarget.hash);
  window.location.reload();
}

/** Questions without an end: what slips comes back first. */
export function Practice({ storage, freshSeed }: Props) {
  const begin = (): Progress => ({ seed: freshSeed(), answers: [] });
  const [progress, setProgress] = useState<Progress>(() => storage.read() ?? begin());
  // the question stays while its answer is shown
  const [asked, setAsked] = useState(progress);
  const question = useMemo(() => {
    const { idea, form, seed } = nextQuestion(asked);
    return questionOf(idea, form, seed);
  }, [asked]);
  const keep = (next: Progress): void => {
    setProgress(next);
    storage.write(next.answers.length > 0 ? progressText(next) : null);
  };
  const commit = ({ chosen, sure }: Commitment): void => {
    const right = isRightOption(question.options[chosen]);
    keep(withAnswer(progress, { idea: question.idea, form: question.form, right, sure }));
  };
  const forget = (): void => {
    const fresh = begin();
    keep(fresh);
    setAsked(fresh);
  };
  const heading = `Question ${asked.answers.filter(({ inLesson }) => !inLesson).length + 1}`;
  return (
    <main className="practice">
      <Ask
        key={`${question.idea} ${question.form} ${question.seed}`}
        question={question}
        heading={heading}
        reveals
        onCommit={commit}
        onNext={() => setAsked(progress)}
      >
        <p className="hint">
          <a href={`#${questionHash(question)}`} onClick={openForClass}>
            Ask a class this question
          </a>
        </p>
      </Ask>
      <UnreadText
        kept={storage}
        sentence="Your earlier progress is in this browser but cannot be read."
        fileName="practice.txt"
      />
      <IdeaList progress={progress} onForget={forget} />
    </main>
  );
}
