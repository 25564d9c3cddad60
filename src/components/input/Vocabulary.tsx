import { useState } from 'react';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { counted } from '../../text/counts.ts';
import { visible } from '../../text/tokens.ts';
import { Button } from '../primitives/Button.tsx';

/** Tokens shown at first. */
const FIRST = 60;

/** The distinct tokens with their places in the one-hot vector, the one being read marked. */
export function Vocabulary({
  fixed,
  onFix,
}: {
  /** True if the vocabulary stays fixed while the text changes. */
  readonly fixed: boolean;
  /** Keeps these tokens, or null to follow the text. */
  readonly onFix: (tokens: readonly string[] | null) => void;
}) {
  const { encoded } = useDerived();
  const t = useGatescope((state) => state.cursor.t);
  const [all, setAll] = useState(false);
  const { features, tokens, D } = encoded;
  const read = tokens[t - 1];
  const shown = all ? features : features.slice(0, FIRST);
  return (
    <section className="stack vocabulary" aria-label="Vocabulary">
      <p>
        {counted(tokens.length, 'token')} from a vocabulary of {D}: x is one-hot with D = {D}.
      </p>
      <ol className="row" aria-label="Tokens by their place in the one-hot vector">
        {shown.map((token, k) => (
          <li key={token} aria-current={token === read ? 'step' : undefined}>
            <small>{k + 1}</small> <bdi>{visible(token)}</bdi>
          </li>
        ))}
      </ol>
      {features.length > FIRST && (
        <Button aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST}` : `Show all ${D}`}
        </Button>
      )}
      <label className="choice">
        <input type="checkbox" checked={fixed} onChange={() => onFix(fixed ? null : features)} />
        Keep this vocabulary while the text changes
      </label>
    </section>
  );
}
