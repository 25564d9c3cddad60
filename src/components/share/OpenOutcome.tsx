import type { FileChoices } from '../../io/table/choices.ts';
import { ScalingHint } from '../input/ScalingHint.tsx';
import { TableColumns } from '../input/TableColumns.tsx';
import { useSetSequence } from '../input/useSetSequence.ts';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { ReadingProgress } from '../primitives/ReadingProgress.tsx';
import type { Outcome } from './useOpenFile.ts';

interface OpenOutcomeProps {
  readonly outcome: Outcome;
  /** Reads the file again, with these choices. */
  readonly onChoose: (choices: FileChoices) => void;
  /** Stops reading, or leaves a question unanswered. */
  readonly onCancel: () => void;
}

/** The result of opening a file, as sentences; a question comes with its answers, a table with its columns. */
export function OpenOutcome({ outcome, onChoose, onCancel }: OpenOutcomeProps) {
  const { kind, table } = outcome;
  const setSequence = useSetSequence();
  return (
    <div className="open-outcome">
      <Said outcome={outcome} onChoose={onChoose} onCancel={onCancel} />
      {kind === 'opened' && table && <ScalingHint onScale={setSequence} />}
      {table && <TableColumns outline={table.outline} choices={table.choices} onChoose={onChoose} />}
    </div>
  );
}

function Said({ outcome, onChoose, onCancel }: OpenOutcomeProps) {
  const { kind, name, table } = outcome;
  if (kind === 'reading') return <ReadingProgress name={name} share={outcome.share} onCancel={onCancel} />;
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
        <p>{outcome.notices.join(' ')}</p>
      </div>
    );
  return (
    <fieldset>
      <legend>
        <b>{name}</b>: {outcome.reading.question}
      </legend>
      <div className="row">
        {outcome.reading.choices.map(({ label, given }) => (
          <Button key={label} onClick={() => onChoose({ ...table?.choices, ...given })}>
            {label}
          </Button>
        ))}
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </fieldset>
  );
}
