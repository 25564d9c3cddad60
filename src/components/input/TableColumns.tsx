import { useId } from 'react';
import type { DatePart, FileChoices } from '../../io/table/choices.ts';
import type { OfferedColumn, TableOutline } from '../../io/table/outline.ts';
import { withCommas } from '../../text/counts.ts';
import { NumberField } from '../parameters/NumberField.tsx';
import './tableColumns.css';

interface TableColumnsProps {
  readonly outline: TableOutline;
  readonly choices: FileChoices;
  /** Takes choices in place of those before. */
  readonly onChoose: (choices: FileChoices) => void;
  /** True if a column is to be predicted. */
  readonly predicting?: boolean;
}

/** Columns that are offered one by one; the rest of a wide table is read as it is. */
const FIRST = 40;

/** The role of each column of a table: an input of the cell, the labels of the timesteps, to be predicted, or left out. */
export function TableColumns({ outline, choices, onChoose, predicting = false }: TableColumnsProps) {
  const id = useId();
  const { columns } = outline;
  const inputs = columns.filter(({ role }) => role === 'input').map(({ name }) => name);
  const label = columns.find(({ role }) => role === 'label')?.name ?? null;
  const predicted = choices.predicted ?? inputs.at(-1);
  const toggle = ({ name, role }: OfferedColumn): void => {
    const wanted = role === 'input' ? inputs.filter((one) => one !== name) : [...inputs, name];
    const order = columns.map((column) => column.name).filter((one) => wanted.includes(one));
    const { predicted: before, ...rest } = choices;
    const keeps = before !== undefined && order.includes(before);
    const named = label === name ? null : (choices.label ?? label);
    onChoose({ ...rest, ...(keeps && { predicted: before }), columns: order, label: named });
  };
  const shown = columns.slice(0, FIRST);
  return (
    <details className="table-columns">
      <summary>
        Columns and rows: {inputs.length} of {columns.length} read
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">column</th>
            <th scope="col">holds</th>
            <th scope="col">input</th>
            <th scope="col">label</th>
            {predicting && <th scope="col">predict</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <tr key={column.name} data-out={column.role === 'out'}>
              <th scope="row">
                <bdi>{column.name}</bdi>
              </th>
              <td>
                {column.examples.join(', ')}
                {column.examples.length > 0 && ', …'}
                {column.fault && <small className="column-fault">{column.fault}</small>}
              </td>
              <td>
                <input
                  type="checkbox"
                  aria-label={`${column.name} is an input`}
                  checked={column.role === 'input'}
                  disabled={column.kind !== 'number' && column.role !== 'input'}
                  onChange={() => toggle(column)}
                />
              </td>
              <td>
                <input
                  type="checkbox"
                  aria-label={`${column.name} names the timesteps`}
                  checked={column.role === 'label'}
                  onChange={() =>
                    onChoose({
                      ...choices,
                      columns: inputs.filter((one) => one !== column.name),
                      label: column.role === 'label' ? null : column.name,
                    })
                  }
                />
              </td>
              {predicting && (
                <td>
                  <input
                    type="radio"
                    name={`${id}predicted`}
                    aria-label={`${column.name} is to be predicted`}
                    checked={column.name === predicted}
                    disabled={column.role !== 'input'}
                    onChange={() => onChoose({ ...choices, predicted: column.name })}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {columns.length > FIRST && <p className="hint">and {withCommas(columns.length - FIRST)} more columns</p>}
      <TableRows outline={outline} choices={choices} onChoose={onChoose} />
    </details>
  );
}

/** The choice of the rows that are read, of series in rows, and of numbers made of dates. */
function TableRows({ outline: { timesteps, dateParts }, choices, onChoose }: Omit<TableColumnsProps, 'predicting'>) {
  const { from = 1, every = 1, transpose = false, dateParts: wanted = [] } = choices;
  const to = choices.to ?? from - 1 + timesteps * every;
  const part = (name: DatePart): void =>
    onChoose({
      ...choices,
      dateParts: wanted.includes(name) ? wanted.filter((one) => one !== name) : [...wanted, name],
    });
  return (
    <div className="row">
      <NumberField
        label="From row"
        value={from}
        step={1}
        min={1}
        whole
        onCommit={(row) => onChoose({ ...choices, from: row })}
      />
      <NumberField
        label="to row"
        value={to}
        step={1}
        min={from}
        whole
        onCommit={(row) => onChoose({ ...choices, to: row })}
      />
      <NumberField
        label="every n-th"
        value={every}
        step={1}
        min={1}
        whole
        onCommit={(n) => onChoose({ ...choices, every: n })}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={transpose}
          onChange={() => {
            const { columns: _, label: __, predicted: ___, ...rest } = choices;
            onChoose({ ...rest, transpose: !transpose });
          }}
        />
        each series is in a row
      </label>
      {dateParts.map((name) => (
        <label key={name} className="choice">
          <input type="checkbox" checked={wanted.includes(name)} onChange={() => part(name)} />
          {name} of the date as an input
        </label>
      ))}
    </div>
  );
}
