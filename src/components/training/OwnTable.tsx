import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type Refused, refused } from '../../io/reading.ts';
import type { FileChoices } from '../../io/table/choices.ts';
import type { TableReading } from '../../io/table/question.ts';
import { presetIn } from '../../io/weights.ts';
import { useGatescope } from '../../store/context.tsx';
import { LARGE, readTableText } from '../../store/reading/read.ts';
import type { Inputs } from '../../store/state.ts';
import { MOST_BYTES } from '../../store/training/ownData.ts';
import { shownIn } from '../../store/training/shownInputs.ts';
import { refusalOf } from '../../text/refusal.ts';
import type { Subject } from '../../training/subject.ts';
import { MIN_ROWS } from '../../training/tasks/ownColumns.ts';
import { type Transform, transforms } from '../../training/tasks/transform.ts';
import { Dropdown } from '../controls/Dropdown.tsx';
import { faultOf } from '../faultOf.ts';
import { ReadingAnswer } from '../input/ReadingAnswer.tsx';
import { TableColumns } from '../input/TableColumns.tsx';
import { tableText } from '../input/tableText.ts';
import { NumberField } from '../parameters/NumberField.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { ReadingProgress } from '../primitives/ReadingProgress.tsx';
import { DataFile } from './DataFile.tsx';
import { useTraining, useTrainingActions } from './trainingContext.ts';

/** Longer tables are not shown in the field. */
const SHOWN = 20_000;

/** The settings for learning a table. */
interface How {
  /** Rows from one season to the next; 0 where there is none. */
  readonly season: number;
  readonly transform: Transform;
}

/** Columns of numbers of the reader's own, one of which is to be predicted a row ahead. */
export function OwnTable() {
  const id = useId();
  const { setSubject } = useTrainingActions();
  const learned = useTraining(({ plan }) => (plan.subject.kind === 'table' ? plan.subject : null));
  const inputs = useGatescope((state) => state.inputs);
  const [text, setText] = useState(() => textOfPage(inputs));
  /** The data to read: the field, or a file that is too long for it; `source` is the name of the file. */
  const [data, setData] = useState<{ readonly text: string; readonly source: string } | null>(null);
  const [choices, setChoices] = useState<FileChoices>({});
  const [reading, setReading] = useState<TableReading | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  /** The progress of a table that a worker reads at the moment. */
  const [progress, setProgress] = useState<{ readonly name: string; readonly share: number | null } | null>(null);
  const work = useRef<AbortController>(null);
  useEffect(() => () => work.current?.abort(), []);

  /** The table last given by this form, or shown in it after it was given elsewhere. */
  const [given, setGiven] = useState(learned);
  if (learned && !sameTable(learned, given)) {
    setGiven(learned);
    setText(shownText(learned));
    setData(null);
    setChoices({});
    setReading(null);
    setFault(null);
  }

  const [how, setHow] = useState<How>({ season: learned?.season ?? 0, transform: learned?.transform ?? 'none' });
  const give = (
    columns: readonly string[],
    rows: readonly (readonly number[])[],
    column: string,
    source = '',
    { season, transform } = how,
  ): boolean => {
    const subject = {
      kind: 'table' as const,
      columns: [...columns],
      rows: rows.map((row) => [...row]),
      column,
      ...(season > 0 && { season }),
      ...(transform !== 'none' && { transform }),
    };
    const refusal = refusalOf(() => {
      setSubject(subject);
      setGiven(subject);
    });
    setFault(refusal === null ? null : `${source}${refusal}`);
    return refusal === null;
  };
  /** Learns from a table, asks what it means, or says why not; true unless it was refused. */
  const take = async (given: string, source: string, chosen: FileChoices): Promise<boolean> => {
    work.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    work.current = controller;
    const name = source.replace(/: $/, '') || 'the table';
    const onProgress = (share: number | null): void => setProgress({ name, share });
    if (given.length >= LARGE) onProgress(null);
    const read = await readTableText(given, chosen, { signal, onProgress }).catch(readingFault);
    if (signal.aborted) return false;
    setProgress(null);
    setData({ text: given, source });
    setChoices(chosen);
    setReading(read);
    setFault(read.ok === false ? `${source}${read.message}` : null);
    if (read.ok !== true) return read.ok !== false;
    const { columns, rows } = read.sequence;
    return give(columns, rows, chosen.predicted ?? columns[columns.length - 1], source);
  };
  /** Changes the task on the current table. */
  const change = (next: How): void => {
    setHow(next);
    if (learned && reading?.ok !== false) give(learned.columns, learned.rows, learned.column, '', next);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void take(text, '', choices);
  };
  return (
    <form className="stack own-data" onSubmit={onSubmit}>
      <label htmlFor={id}>A table to learn from: one row per timestep, one column per input</label>
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
        {progress && (
          <ReadingProgress
            {...progress}
            onCancel={() => {
              work.current?.abort();
              setProgress(null);
            }}
          />
        )}
        {fault !== null && <Fault>{fault}</Fault>}
        {reading && reading.ok !== false && fault === null && (
          <ReadingAnswer
            reading={reading}
            choices={choices}
            predicting
            onChoose={(chosen) => data && void take(data.text, data.source, chosen)}
          />
        )}
        {reading?.outline && fault !== null && (
          <TableColumns
            outline={reading.outline}
            choices={choices}
            predicting
            onChoose={(chosen) => data && void take(data.text, data.source, chosen)}
          />
        )}
      </div>
      <div className="row">
        <Dropdown
          legend="Transform of each value"
          choices={Object.entries(transforms).map(([value, { name }]) => ({ value: value as Transform, label: name }))}
          value={how.transform}
          onChange={(transform) => change({ ...how, transform })}
        />
        <NumberField
          label="Season in rows (0: none)"
          value={how.season}
          step={1}
          min={0}
          whole
          onCommit={(season) => change({ ...how, season })}
        />
      </div>
      {how.transform !== 'none' && <p className="hint">{transforms[how.transform].sentence}</p>}
      <div className="row">
        <Button type="submit">Learn from this table</Button>
        <DataFile
          accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json"
          limit={MOST_BYTES.table}
          onText={(read, name) => {
            // a file that is refused leaves what was typed, and so does one too long for the field
            void take(read, `${name}: `, {}).then((taken) => {
              if (taken && read.length <= SHOWN) setText(read);
            });
          }}
          onFault={setFault}
        />
      </div>
      {learned && !reading?.outline && learned.columns.length > 1 && (
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

/** Turns an error thrown while a table was read into a refusal. */
const readingFault = (error: unknown): Refused => refused(faultOf(error));

/** The table that the page reads, if it is the reader's own and there is enough of it to learn from. */
function textOfPage(inputs: Inputs): string {
  const { sequence } = inputs;
  if (sequence.kind !== 'numbers' || presetIn(inputs) !== null || shownIn(inputs)) return '';
  return sequence.rows.length < MIN_ROWS ? '' : shownText(sequence);
}

/** The text of a table; empty if it is too long for the field. */
function shownText(table: Parameters<typeof tableText>[0]): string {
  const text = tableText(table);
  return text.length > SHOWN ? '' : text;
}

/** A table of numbers under the names of its columns. */
type Table = Pick<Extract<Subject, { kind: 'table' }>, 'columns' | 'rows'>;

const sameTable = (a: Table, b: Table | null): boolean =>
  b !== null &&
  a.columns.join('\n') === b.columns.join('\n') &&
  a.rows.length === b.rows.length &&
  a.rows.every((row, t) => row.every((value, k) => value === b.rows[t][k]));
