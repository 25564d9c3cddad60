import { useRef, useState } from 'react';
import { Button } from '../primitives/Button.tsx';

/** The code of the reader's answer, to be posted where the teacher asks for it. */
export function AnswerCode({ code }: { readonly code: string }) {
  const text = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(code);
      setSaid('Copied.');
    } catch {
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setSaid('The code is selected: copy it with the keyboard or the menu.');
    }
  };
  return (
    <div className="row answer-code">
      <span>Your answer as a code</span>
      <code ref={text}>{code}</code>
      <Button aria-label={`Copy the code ${code}`} onClick={() => void copy()}>
        Copy
      </Button>
      <span role="status" className="hint">
        {said || 'It says what you answered, not who you are.'}
      </span>
    </div>
  );
}
