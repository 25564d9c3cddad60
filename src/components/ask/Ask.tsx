import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { isRightOption, type Question } from '../../questions/question.ts';
import { AskForm } from './AskForm.tsx';
import { Reveal } from './Reveal.tsx';

/** The answer to which a reader commits. */
export interface Commitment {
  /** The index of the chosen option, from 0. */
  readonly chosen: number;
  readonly sure: boolean;
}

interface Props {
  readonly question: Question;
  /** The words above the question, such as its number. */
  readonly heading: string;
  /** True if the answer is shown once the reader has committed to one. */
  readonly reveals: boolean;
  /** The answer of an earlier visit, or null. */
  readonly kept?: Commitment | null;
  readonly onCommit: (commitment: Commitment) => void;
  /** Goes on to the next question; left out for a question by itself, which does not take focus either. */
  readonly onNext?: (() => void) | undefined;
  /** Shown below the answer. */
  readonly children?: ReactNode;
}

/** One question: nothing of its answer is in the document before the reader has committed to an option. */
export function Ask({ question, heading, reveals, kept = null, onCommit, onNext, children }: Props) {
  const name = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const [given, setGiven] = useState<Commitment | null>(null);
  const committed = given ?? (kept && question.options[kept.chosen] ? kept : null);
  const chosen = committed?.chosen ?? picked;
  // a reader who listens hears the new question, a reader with keys goes on from it
  const follows = onNext !== undefined;
  useEffect(() => {
    if (follows) title.current?.focus();
  }, [follows]);
  const commit = (sure: boolean): void => {
    if (chosen === null) return;
    const commitment = { chosen, sure };
    onCommit(commitment);
    if (reveals) setGiven(commitment);
    else onNext?.();
  };
  return (
    <AskForm
      ready={chosen !== null}
      submit={reveals ? 'Check' : 'Next'}
      onCommit={commit}
      answer={
        committed && (
          <>
            <Reveal question={question} commitment={committed} onNext={onNext} />
            {children}
          </>
        )
      }
    >
      <h2 ref={title} tabIndex={-1} id={`${name}-title`}>
        <small>{heading}</small>
        {question.ask}
      </h2>
      <fieldset className="stack tight" aria-labelledby={`${name}-title`} disabled={committed !== null}>
        {question.options.map(({ text }, k) => (
          <label key={text} className="ask-option" data-state={stateOf(question, k, committed)}>
            <input type="radio" name={name} checked={chosen === k} onChange={() => setPicked(k)} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    </AskForm>
  );
}

function stateOf({ options }: Question, k: number, committed: Commitment | null): 'right' | 'wrong' | undefined {
  if (!committed) return undefined;
  if (isRightOption(options[k])) return 'right';
  return committed.chosen === k ? 'wrong' : undefined;
}
