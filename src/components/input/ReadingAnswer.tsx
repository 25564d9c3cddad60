import type { Reading } from '../../io/reading.ts';
import type { FileChoices } from '../../io/table/choices.ts';
import { counted } from '../../text/counts.ts';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { TableColumns } from './TableColumns.tsx';

/** The result of reading: the decisions made, a question with its answers, or the fault; and a table's columns to choose from. */
export function ReadingAnswer({
  reading,
  choices,
  onChoose,
  predicting = false,
}: {
  readonly reading: Reading;
  /** The choices made so far. */
  readonly choices: FileChoices;
  readonly onChoose: (choices: FileChoices) => void;
  /** True if a column of the table is to be predicted. */
  readonly predicting?: boolean;
}) {
  const { outline } = reading;
  return (
    <>
      <Answer reading={reading} onAnswer={(given) => onChoose({ ...choices, ...given })} />
      {outline && <TableColumns outline={outline} choices={choices} onChoose={onChoose} predicting={predicting} />}
    </>
  );
}

function Answer({ reading, onAnswer }: { readonly reading: Reading; readonly onAnswer: (given: FileChoices) => void }) {
  if (reading.ok === false) return <Fault>{reading.message} The previous sequence stays in use.</Fault>;
  if (reading.ok === 'question')
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset holds form fields; these are buttons.
      <div role="group" aria-label={reading.question}>
        <p role="status">{reading.question}</p>
        <div className="row">
          {reading.choices.map(({ label, given }) => (
            <Button key={label} onClick={() => onAnswer(given)}>
              {label}
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
          Read {counted(sequence.rows.length, 'row')} of {counted(sequence.columns.length, 'column')}:{' '}
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
