import { useId, useRef, useState } from 'react';
import { Button } from '../primitives/Button.tsx';

/** A text to take along: a field that selects itself, and a button that copies where the browser allows it. */
export function CopyField({
  label,
  text,
  lines = 1,
}: {
  readonly label: string;
  readonly text: string;
  readonly lines?: number;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid(
        'This browser does not let a page copy here. The text is selected: copy it with the keyboard or the menu.',
      );
    }
  };
  return (
    <div className="copy-field">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <textarea
          className="code"
          id={id}
          ref={field}
          readOnly
          rows={lines}
          value={text}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button aria-label={`Copy: ${label}`} onClick={() => void copy()}>
          Copy
        </Button>
      </div>
      <p role="status" className="hint">
        {said}
      </p>
    </div>
  );
}
