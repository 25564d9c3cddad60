import { useId, useLayoutEffect, useRef, useState } from 'react';
import { MAX_OWN_TEXT } from '../../lesson/address.ts';

interface Props {
  readonly text: string | null;
  readonly onText: (text: string | null) => void;
}

/** The reader's own sentence, which the figure reads from then on. */
export function SentenceField({ text, onText }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(text ?? '');
  const field = useRef<HTMLInputElement>(null);
  const change = (value: string): void => {
    setTyped(value);
    onText(value.trim() === '' ? null : value);
  };
  // the reader may have typed before the code was there
  useLayoutEffect(() => {
    if (field.current && field.current.value !== typed) change(field.current.value);
  }, []);
  return (
    <div className="field sentence-field">
      <label htmlFor={id}>Your own sentence, for chapters that can read it</label>
      {/* above the field, so that a phone's keyboard does not cover it */}
      {typed.length >= MAX_OWN_TEXT && (
        <p className="hint" role="status">
          A sentence has at most {MAX_OWN_TEXT} characters here; Explore reads longer texts.
        </p>
      )}
      <input
        ref={field}
        id={id}
        value={typed}
        maxLength={MAX_OWN_TEXT}
        placeholder="Type a sentence"
        autoComplete="off"
        onChange={({ target }) => change(target.value)}
      />
    </div>
  );
}
