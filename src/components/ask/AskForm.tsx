import { type FormEvent, type ReactNode, useState } from 'react';
import { Segmented } from '../controls/Segmented.tsx';
import { Button } from '../primitives/Button.tsx';
import './ask.css';

interface AskFormProps {
  /** The question, and the fields of the guess. */
  readonly children: ReactNode;
  /** True once there is a guess. */
  readonly ready: boolean;
  /** The word on the button that commits to the guess. */
  readonly submit?: 'Check' | 'Next';
  /** Called once, with how sure the reader is of the guess. */
  readonly onCommit: (sure: boolean) => void;
  /** The verdict, shown once the reader has committed to a guess; null before. */
  readonly answer: ReactNode;
}

/** A question: the guess, how sure the reader is of it, and the button that commits to both; then the answer. */
export function AskForm({ children, ready, submit = 'Check', onCommit, answer }: AskFormProps) {
  const [sure, setSure] = useState<'yes' | 'no' | null>(null);
  const commit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && sure !== null && answer === null) onCommit(sure === 'yes');
  };
  return (
    <form className="ask card stack" onSubmit={commit}>
      {children}
      {answer ?? (
        <div className="row spread ask-commit">
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
          <Button look="primary" type="submit" disabled={!ready || sure === null}>
            {submit}
          </Button>
        </div>
      )}
    </form>
  );
}
