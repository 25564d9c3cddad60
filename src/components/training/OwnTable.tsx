import { type FormEvent, useId, useState } from 'react';
import { readNumbers } from '../../io/numbers.ts';
import type { TableChoices } from '../../io/table/choices.ts';
import type { TableReading } from '../../io/table/question.ts';
import { MOST_BYTES } from '../../store/training/ownData.ts';
import { refusalOf } from '../../text/refusal.ts';
import { Dropdown } from '../controls/Dropdown.tsx';
import { ReadingAnswer } from '../input/ReadingAnswer.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { DataFile } from './DataFile.tsx';
import { useTraining, useTrainingActions } from './trainingContext.ts';

/** Longer tables do not stand in the field. */
const SHOWN = 20_000;

/** Columns of numbers of the reader's own, one of which is to be predicted a row ahead. */
export function OwnTable() {
  const id = useId();
  const { setSubject } = useTrainingActions();
  const learned = useTraining(({ plan }) => (plan.subject.kind === 'table' ? plan.subject : null));
  const [text, setText] = useState('');
  /** What is read: the field, or a file that is too long for it; `source` is the name of the file. */
  const [data, setData] = useState<{ readonly text: string; readonly source: string } | null>(null);
  const [choices, setChoices] = useState<TableChoices>({});
  const [reading, setReading] = useState<TableReading | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const give = (
    columns: readonly string[],
    rows: readonly (readonly number[])[],
    column: string,
    source = '',
  ): boolean => {
    const subject = { kind: 'table' as const, columns: [...columns], rows: rows.map((row) => [...row]), column };
    const refusal = refusalOf(() => setSubject(subject));
    setFault(refusal === null ? null : `${source}${refusal}`);
    return refusal === null;
  };
  /** Learns from a table, asks what it means, or says why not. */
  const take = (given: string, source: string, chosen: TableChoices): boolean => {
    const read = readNumbers(given, chosen);
    setData({ text: given, source });
    setChoices(chosen);
    setReading(read.ok === false ? null : read);
    setFault(read.ok === false ? `${source}${read.message}` : null);
    if (read.ok !== true) return read.ok !== false;
    const { columns, rows } = read.sequence;
    return give(columns, rows, chosen.predicted ?? columns[columns.length - 1], source);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    take(text, '', choices);
  };
  return (
    <form className="stack own-data" onSubmit={onSubmit}>
      <label htmlFor={id}>A table to learn from: one row a timestep, one column an input</label>
      <textarea
        id={id}
        rows={5}
        wrap="off"
        spellCheck={false}
        placeholder={'temperature,pressure\n12.1,1013\n12.9,1011'}
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={`${id}answer`}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setChoices({});
          setReading(null);
          setFault(null);
        }}
      />
      <div id={`${id}answer`}>
        {fault !== null && <Fault>{fault}</Fault>}
        {fault === null && reading && (
          <ReadingAnswer
            reading={reading}
            onChoose={(given) => data && take(data.text, data.source, { ...choices, ...given })}
          />
        )}
      </div>
      <div className="row">
        <Button type="submit">Learn from this table</Button>
        <DataFile
          accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json"
          limit={MOST_BYTES.table}
          onText={(read, name) => {
            // a file that is refused leaves what was typed, and so does one too long for the field
            if (take(read, `${name}: `, {}) && read.length <= SHOWN) setText(read);
          }}
          onFault={setFault}
        />
      </div>
      {learned && learned.columns.length > 1 && (
        <div className="controls">
          <Dropdown
            legend="Column to predict"
            choices={learned.columns.map((column) => ({ value: column, label: column }))}
            value={learned.column}
            onChange={(column) => give(learned.columns, learned.rows, column)}
          />
        </div>
      )}
    </form>
  );
}
