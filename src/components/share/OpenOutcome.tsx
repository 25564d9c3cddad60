import type { FileChoices } from '../../io/table/choices.ts';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import type { Outcome } from './useOpenFile.ts';

/** What came of opening a file, as sentences; a question comes with its answers. */
export function OpenOutcome({
  outcome,
  answer,
}: {
  readonly outcome: Outcome;
  readonly answer: (given: FileChoices) => void;
}) {
  const { kind, name } = outcome;
  if (kind === 'refused')
    return (
      <Fault>
        <b>{name}</b> was not opened; everything stays as it was. {outcome.message}
      </Fault>
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
    <fieldset>
      <legend>
        <b>{name}</b>: {outcome.reading.question}
      </legend>
      {outcome.reading.choices.map(({ label, given }) => (
        <Button key={label} onClick={() => answer(given)}>
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
