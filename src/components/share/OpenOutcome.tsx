import type { Reading } from '../../io/reading.ts';
import type { Outcome } from './useOpenFile.ts';

/** What came of opening a file, as sentences; a question comes with its answers. */
export function OpenOutcome({
  outcome,
  answer,
}: {
  readonly outcome: Outcome;
  readonly answer: (name: string, reading: Reading) => void;
}) {
  const { kind, name } = outcome;
  if (kind === 'refused')
    return (
      <p role="alert" className="share-refusal">
        <b>{name}</b> was not opened; everything stays as it was. {outcome.message}
      </p>
    );
  if (kind === 'opened')
    return (
      <div role="status">
        <p>
          <b>{name}</b> is open. Undo brings back what was there before.
        </p>
        {outcome.notices.length > 0 && (
          <ul>
            {outcome.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        )}
      </div>
    );
  return (
    <fieldset className="share-question">
      <legend>
        <b>{name}</b>: {outcome.reading.question}
      </legend>
      {outcome.reading.choices.map(({ label, reading }) => (
        <button key={label} type="button" onClick={() => answer(name, reading)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
