import { quoted, type Refused, refused } from '../reading.ts';
import type { DatePart, TableChoices } from './choices.ts';
import type { ColumnKind } from './column.ts';
import type { Row } from './cut.ts';
import { partsOfDates, type SettledColumn } from './settle.ts';

/** The use of a column. */
export type ColumnRole = 'input' | 'label' | 'out';

/** A column as it is offered to the reader. */
export interface OfferedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: ColumnRole;
  readonly examples: readonly string[];
  /** The fault that keeps the column from being read, with its row; null if there is none. */
  readonly fault: string | null;
}

/** The columns and rows of a table, for a person to choose from. */
export interface TableOutline {
  readonly columns: readonly OfferedColumn[];
  /** The number of timesteps before any is left out. */
  readonly timesteps: number;
  /** Numbers that the dates of the label column can give. */
  readonly dateParts: readonly DatePart[];
}

/** Examples shown of each column. */
const EXAMPLES = 3;

/** The use of each column, by name. */
export type Roles = ReadonlyMap<string, ColumnRole>;

/**
 * The role of every column: as chosen; otherwise numbers are inputs and the first dates, words or
 * counted rows are labels. `corner` is true where the name above the first column says nothing of it.
 */
export function rolesOf(
  columns: readonly SettledColumn[],
  corner: boolean,
  { columns: chosen, label, predicted, transpose = false }: TableChoices,
): Roles | Refused {
  const known = columns.map(({ name }) => name);
  for (const name of [...(chosen ?? []), ...(label ? [label] : []), ...(predicted === undefined ? [] : [predicted])])
    if (!known.includes(name))
      return refused(
        `There is no column ${quoted(name)}. Choose from ${known.slice(0, 12).map(quoted).join(', ')}${known.length > 12 ? ', …' : ''}.`,
      );
  const index = corner && columns.length > 1 && (transpose || countsRows(columns[0])) ? columns[0] : undefined;
  const words = columns.find(({ kind, name }) => kind === 'word' && !chosen?.includes(name));
  const found = columns.find(({ kind }) => kind === 'date') ?? index ?? words;
  const named = label === undefined ? found?.name : label;
  return new Map(
    columns.map((column) => {
      const { name, kind } = column;
      const input = chosen ? chosen.includes(name) : kind === 'number' && name !== named && column !== index;
      return [name, input || name === predicted ? 'input' : name === named ? 'label' : 'out'];
    }),
  );
}

/** True if a column numbers its rows: 0, 1, 2, … or 1, 2, 3, … */
function countsRows({ values, kind }: SettledColumn): boolean {
  return (
    kind === 'number' && (values[0] === 0 || values[0] === 1) && values.every((value, row) => value === values[0] + row)
  );
}

/** Summarises the columns of a table and the rows taken from it. */
export function outlineOf(columns: readonly SettledColumn[], roles: Roles, taken: readonly Row[]): TableOutline {
  const label = columns.find(({ name }) => roles.get(name) === 'label');
  return {
    columns: columns.map(({ name, kind, cells, fault }) => ({
      name,
      kind,
      role: roles.get(name) ?? 'out',
      examples: firstOf(cells),
      fault: fault && `Row ${taken[fault.row].line} ${fault.why}`,
    })),
    timesteps: taken.length,
    dateParts: label ? [...partsOfDates(label).keys()] : [],
  };
}

function firstOf(cells: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const cell of cells) if (cell !== '' && found.push(cell) === EXAMPLES) break;
  return found;
}
