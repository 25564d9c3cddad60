import { useEffect, useRef, useState } from 'react';
import { Button } from '../primitives/Button.tsx';

interface CopyLatexProps {
  readonly latex: string;
}

type Outcome = 'idle' | 'copied' | 'refused';

/** Copies LaTeX; where the clipboard is refused, shows the text selected so that it can be copied by hand. */
export function CopyLatex({ latex }: CopyLatexProps) {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setOutcome('idle'), [latex]);
  useEffect(() => {
    if (outcome === 'refused') field.current?.select();
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(latex);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  return (
    <div className="row">
      <Button onClick={copy}>Copy as LaTeX</Button>
      <span role="status">
        {outcome === 'copied' ? 'Copied.' : outcome === 'refused' ? 'Copy the marked text:' : ''}
      </span>
      {outcome === 'refused' && (
        <textarea
          className="code"
          ref={field}
          readOnly
          rows={latex.split('\n').length}
          value={latex}
          aria-label="LaTeX source"
        />
      )}
    </div>
  );
}
