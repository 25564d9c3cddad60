import { useId, useMemo, useState } from 'react';
import { AskForm } from '../../components/ask/AskForm.tsx';
import { AskVerdict } from '../../components/ask/AskVerdict.tsx';
import { askedOf, marksOf } from '../../components/marks/marks.ts';
import type { Inputs } from '../../io/moment.ts';
import { likeliest, outputText } from '../../notation/outputs.ts';
import type { Derived } from '../../store/derive.ts';
import { rowAt } from '../../store/predictions.ts';
import { inQuotes, tokenName } from '../../text/tokens.ts';

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
  const [committed, setCommitted] = useState(false);
  const { predictions, encoded } = derived;
  const names = useMemo(
    () => [...(predictions?.head.outputs ?? [])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    [predictions],
  );
  if (!predictions) return null;
  const commit = (): void => {
    setCommitted(true);
    onCommit();
  };
  return (
    <AskForm
      ready={guess !== ''}
      onCommit={commit}
      answer={committed ? <Compared inputs={inputs} derived={derived} t={t} guess={guess} /> : null}
    >
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
    </AskForm>
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
  return (
    <AskVerdict>
      {mark ? (
        <>
          <p>
            <strong>{guess === mark.expected ? '✓ Right' : `✗ The right answer is ${inQuotes(mark.expected)}`}</strong>
          </p>
          <p>{`${answered}, which is ${mark.right ? 'right' : 'wrong'}.`}</p>
        </>
      ) : (
        <p>{`${answered}. You said ${inQuotes(guess)}.`}</p>
      )}
    </AskVerdict>
  );
}
