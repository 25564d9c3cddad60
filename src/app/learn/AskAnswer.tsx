import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { askedOf, marksOf } from '../../components/marks/marks.ts';
import type { Inputs } from '../../io/moment.ts';
import { likeliest, outputText } from '../../notation/outputs.ts';
import type { Derived } from '../../store/derive.ts';
import { rowAt } from '../../store/predictions.ts';
import { inQuotes, tokenName } from '../../text/tokens.ts';
import { Commit, type Sure } from './Commit.tsx';

interface Props {
  readonly inputs: Inputs;
  readonly derived: Derived;
  readonly t: number;
  readonly onCommit: () => void;
}

/** Asks what comes next before the network answers, then compares the guess with its answer and with the right one. */
export function AskAnswer({ inputs, derived, t, onCommit }: Props) {
  const name = useId();
  const [guess, setGuess] = useState('');
  const [sure, setSure] = useState<Sure>(null);
  const [committed, setCommitted] = useState(false);
  const verdict = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (committed) verdict.current?.focus();
  }, [committed]);
  const { predictions, encoded } = derived;
  const names = useMemo(
    () => [...(predictions?.head.outputs ?? [])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    [predictions],
  );
  if (!predictions) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (guess === '' || sure === null || committed) return;
    setCommitted(true);
    onCommit();
  };
  return (
    <form className="ask card stack" onSubmit={submit}>
      <h3 id={name}>
        <small>Question</small> After {inQuotes(encoded.tokens[t - 1])}, which one is the right answer?
      </h3>
      <select
        aria-labelledby={name}
        value={guess}
        disabled={committed}
        onChange={({ target }) => setGuess(target.value)}
      >
        <option value="" disabled>
          Choose
        </option>
        {names.map((one) => (
          <option key={one} value={one}>
            {tokenName(one)}
          </option>
        ))}
      </select>
      {committed ? (
        <div ref={verdict} tabIndex={-1} role="status" className="ask-verdict">
          <Compared inputs={inputs} derived={derived} t={t} guess={guess} />
        </div>
      ) : (
        <Commit ready={guess !== ''} sure={sure} onSure={setSure} />
      )}
    </form>
  );
}

function Compared({ inputs, derived, t, guess }: Omit<Props, 'onCommit'> & { readonly guess: string }) {
  const { predictions, encoded } = derived;
  if (!predictions) return null;
  const row = rowAt(predictions, t);
  const best = likeliest(row.y);
  const asked = askedOf(inputs, encoded);
  const mark = asked && marksOf(predictions, asked)[t - 1];
  const answered = `The network answers ${inQuotes(predictions.head.outputs[best])} (${outputText(row, best)})`;
  if (!mark) return <p>{`${answered}. You said ${inQuotes(guess)}.`}</p>;
  return (
    <>
      <p>
        <strong>{guess === mark.expected ? '✓ Right' : `✗ The right answer is ${inQuotes(mark.expected)}`}</strong>
      </p>
      <p>{`${answered}, which is ${mark.right ? 'right' : 'wrong'}.`}</p>
    </>
  );
}
