import { counted } from '../../text/counts.ts';
import { limitSentences, MAX_FEATURES } from '../limits.ts';
import { quoted, type Refused, refused } from '../reading.ts';
import type { DatePart, TableChoices } from './choices.ts';
import type { Row } from './cut.ts';
import { filled } from './missing.ts';
import type { ColumnRole, Roles } from './outline.ts';
import type { TableQuestion, TableReading } from './question.ts';
import { partsOfDates, type SettledColumn } from './settle.ts';

/** The sequence of the chosen columns, a question about missing values, or the first fault. */
export function sequenceOf(
  columns: readonly SettledColumn[],
  roles: Roles,
  taken: readonly Row[],
  choices: TableChoices,
  said: readonly string[],
): TableReading {
  const order = choices.columns ?? columns.map(({ name }) => name);
  const inputs = columns
    .filter(({ name }) => roles.get(name) === 'input')
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  if (inputs.length === 0) return refused('No column has been chosen. Choose at least one with numbers.');
  for (const { name, kind, fault } of inputs) {
    const at = columns.findIndex((column) => column.name === name) + 1;
    if (kind !== 'number')
      return refused(
        `Column ${quoted(name)} holds ${kind === 'empty' ? 'no values' : kind === 'date' ? 'dates' : 'words'}, not numbers. Leave it out, or use it as the label.`,
      );
    if (fault)
      return refused(`Row ${taken[fault.row].line}, column ${quoted(name)} ${fault.why}`, {
        row: taken[fault.row].line,
        column: at,
      });
  }
  const label = columns.find(({ name }) => roles.get(name) === 'label');
  const parts = [...(label ? partsOfDates(label) : new Map<DatePart, readonly number[]>())].filter(([part]) =>
    choices.dateParts?.includes(part),
  );
  if (inputs.length + parts.length > MAX_FEATURES) return tooMany(inputs.length + parts.length);
  const gaps = inputs.some(({ missing }) => missing.length > 0);
  if (gaps && !choices.missing) return missingQuestion(inputs, taken);
  const values = [...inputs.map((column) => column.values), ...parts.map(([, numbers]) => numbers)];
  const { columns: whole, kept } = filled(values, choices.missing ?? 'omit');
  if (kept.length === 0) return refused('Every row has a missing value. Fill some in, or leave a column out.');
  const labels = label && kept.map((row) => label.cells[row]);
  const rows = kept.map((_, t) => whole.map((numbers) => numbers[t]));
  return {
    ok: true,
    sequence: {
      kind: 'numbers',
      columns: [...inputs.map(({ name }) => name), ...parts.map(([part]) => part)],
      rows,
      scaling: 'none',
      ...(labels && { labels }),
    },
    notes: [...said, ...roleNotes(columns, roles), ...(gaps ? [missingNote(choices, taken.length - kept.length)] : [])],
  };
}

function roleNotes(columns: readonly SettledColumn[], roles: Roles): readonly string[] {
  const named = (role: ColumnRole): readonly string[] =>
    columns.filter(({ name }) => roles.get(name) === role).map(({ name }) => quoted(name));
  const [label] = named('label');
  const out = named('out');
  return [
    ...(label ? [`${label} names the timesteps.`] : []),
    ...(out.length > 0
      ? [`Left out: ${out.slice(0, 6).join(', ')}${out.length > 6 ? ` and ${out.length - 6} more` : ''}.`]
      : []),
  ];
}

function missingNote({ missing }: TableChoices, left: number): string {
  const out = left === 0 ? '' : ` ${counted(left, 'row')} left out.`;
  if (missing === 'last') return `Missing values were replaced by the value before.${out}`;
  if (missing === 'interpolate') return `Missing values were interpolated.${out}`;
  return `${counted(left, 'row')} with a missing value left out.`;
}

function missingQuestion(inputs: readonly SettledColumn[], taken: readonly Row[]): TableQuestion {
  const cells = inputs.flatMap(({ name, missing, cells: of }) => missing.map((row) => ({ name, row, cell: of[row] })));
  const [first] = cells.toSorted((a, b) => a.row - b.row);
  const more = cells.length - 1;
  const holds = first.cell === '' ? 'is empty' : `holds ${quoted(first.cell)}`;
  const rest = more === 0 ? '' : `, and ${counted(more, 'other cell')} without a value`;
  return {
    ok: 'question',
    question: `Row ${taken[first.row].line}, column ${quoted(first.name)} ${holds}: a missing value${rest}. What should replace it?`,
    choices: [
      { label: 'Leave such rows out', written: '--missing omit', given: { missing: 'omit' } },
      { label: 'The value before', written: '--missing last', given: { missing: 'last' } },
      { label: 'A value between its neighbours', written: '--missing interpolate', given: { missing: 'interpolate' } },
    ],
  };
}

/** The refusal of a table with too many columns. */
export const tooMany = (n: number): Refused =>
  refused(`There are ${n} columns. ${limitSentences.numbers} Leave some out.`);
