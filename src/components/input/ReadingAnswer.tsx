import type { Reading } from '../../io/reading.ts';
import type { FileChoices } from '../../io/table/choices.ts';
import { withCommas } from '../../text/counts.ts';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';

/** What came of reading: what was decided, a question with its answers, or what is wrong. */
export function ReadingAnswer({
  reading,
  onChoose,
}: {
  readonly reading: Reading;
  readonly onChoose: (given: FileChoices) => void;
}) {
  if (reading.ok === false) return <Fault>{reading.message} The sequence before stays in force.</Fault>;
  if (reading.ok === 'question')
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset holds form fields; these are buttons.
      <div role="group" aria-label={reading.question}>
        <p role="status">{reading.question}</p>
        <div className="row">
          {reading.choices.map((choice) => (
            <Button key={choice.label} onClick={() => onChoose(choice.given)}>
              {choice.label}
            </Button>
          ))}
        </div>
      </div>
    );
  const { sequence, notes } = reading;
  return (
    <div role="status">
      {sequence.kind === 'numbers' && (
        <p>
          Read {withCommas(sequence.rows.length)} {sequence.rows.length === 1 ? 'row' : 'rows'} of{' '}
          {sequence.columns.length} {sequence.columns.length === 1 ? 'column' : 'columns'}:{' '}
          {sequence.columns.slice(0, 8).join(', ')}
          {sequence.columns.length > 8 && ', …'}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
    </div>
  );
}
