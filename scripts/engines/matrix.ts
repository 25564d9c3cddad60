import type { Outcome } from './check.ts';

/** The outcomes of all checks in one engine. */
export interface Column {
  readonly version: string;
  readonly outcomes: readonly Outcome[];
}

/** The file with the table of the last whole run. */
export const MATRIX = 'docs/engines.md';

const failed = ({ fault }: Outcome): boolean => fault !== null;

/** A table of checks by engines. */
export function matrixOf(names: readonly string[], columns: readonly Column[]): string {
  const rows = [
    ['check', ...columns.map(({ version }) => version)],
    ['---', ...columns.map(() => '---')],
    ...names.map((name, k) => [name, ...columns.map(({ outcomes }) => (failed(outcomes[k]) ? 'FAILED' : 'passed'))]),
    ['all', ...columns.map(({ outcomes }) => `${outcomes.filter((one) => !failed(one)).length} of ${outcomes.length}`)],
  ];
  const widths = rows[0].map((_, n) => Math.max(...rows.map((row) => row[n].length)));
  return rows.map((row) => `| ${row.map((cell, n) => cell.padEnd(widths[n])).join(' | ')} |`).join('\n');
}

/** A line for each check that failed. */
export const failuresOf = (names: readonly string[], columns: readonly Column[]): readonly string[] =>
  columns.flatMap(({ version, outcomes }) =>
    outcomes.flatMap(({ fault }, k) => (fault === null ? [] : [`${version}, ${names[k]}:\n  ${fault}`])),
  );

/** The document with the table of a run of all checks on this day and system. */
export const documentOf = (table: string, day: string, system: string): string => `# Engines

\`npm run engines -- --docs\` writes this table. A check does what readers do, by pointer and keys, in the built site or in a page
with frames or elements. It passed if what it shows is right and, to the last character, what the first browser shows, and
if no page reported an error, a warning or a breach of its policy.

Run on ${day}, ${system}:

${table}
`;
