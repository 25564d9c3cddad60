import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Question } from '../../questions/question.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { Button } from '../primitives/Button.tsx';
import { Reveal } from './Reveal.tsx';
import './ask.css';

/** What a reader commits to. */
export interface Commitment {
  /** Which option, counted from 0. */
  readonly chosen: number;
  readonly sure: boolean;
}

interface Props {
  readonly question: Question;
  /** The words above the question, such as its number. */
  readonly heading: string;
  /** Whether the answer is shown once the reader has committed to one. */
  readonly reveals: boolean;
  readonly onCommit: (commitment: Commitment) => void;
  /** Goes on to the next question; left out for a question by itself, which does not take focus either. */
  readonly onNext?: (() => void) | undefined;
}

/** One question: nothing of its answer is in the document before the reader has committed to an option. */
export function Ask({ question, heading, reveals, onCommit, onNext }: Props) {
  const name = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [sure, setSure] = useState<'yes' | 'no' | null>(null);
  const [committed, setCommitted] = useState<Commitment | null>(null);
  // a reader who listens hears the new question, a reader with keys goes on from it
  const follows = onNext !== undefined;
  useEffect(() => {
    if (follows) title.current?.focus();
  }, [follows]);
  const ready = chosen !== null && sure !== null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready || committed) return;
    const commitment = { chosen, sure: sure === 'yes' };
    onCommit(commitment);
    if (reveals) setCommitted(commitment);
    else onNext?.();
  };
  return (
    <form className="ask card stack" onSubmit={submit}>
      <h2 ref={title} tabIndex={-1} id={`${name}-title`}>
        <small>{heading}</small>
        {question.ask}
      </h2>
      <fieldset className="stack ask-options" aria-labelledby={`${name}-title`} disabled={committed !== null}>
        {question.options.map(({ text }, k) => (
          <label key={text} className="ask-option" data-state={stateOf(question, k, committed)}>
            <input type="radio" name={name} checked={chosen === k} onChange={() => setChosen(k)} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      {committed ? (
        <Reveal question={question} commitment={committed} onNext={onNext} />
      ) : (
        <div className="row ask-commit">
          <Segmented
            legend="How sure are you?"
            legendShown
            choices={[
              { value: 'yes', label: 'sure' },
              { value: 'no', label: 'not sure' },
            ]}
            value={sure}
            onChange={setSure}
          />
          <Button look="primary" type="submit" disabled={!ready}>
            {reveals ? 'Check' : 'Next'}
          </Button>
        </div>
      )}
    </form>
  );
}

function stateOf({ options }: Question, k: number, committed: Commitment | null): 'right' | 'wrong' | undefined {
  if (!committed) return undefined;
  if (options[k].misconception === null) return 'right';
  return committed.chosen === k ? 'wrong' : undefined;
}
