import { useId, useState } from 'react';
import { MAX_OWN_TEXT } from '../../lesson/address.ts';

interface Props {
  readonly text: string | null;
  readonly onText: (text: string | null) => void;
}

/** The reader's own sentence, which the figure reads from then on. */
export function SentenceField({ text, onText }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(text ?? '');
  return (
    <div className="field sentence-field">
      <label htmlFor={id}>Your own sentence, for chapters that can read it</label>
      <input
        id={id}
        value={typed}
        maxLength={MAX_OWN_TEXT}
        placeholder="Type a sentence"
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value);
          onText(target.value.trim() === '' ? null : target.value);
        }}
      />
    </div>
  );
}
