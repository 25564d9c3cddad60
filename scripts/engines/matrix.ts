import type { Outcome } from './check.ts';

interface Column {
  readonly version: string;
  readonly outcomes: readonly Outcome[];
}

/** A table of checks by engines, and a line for each failure below it. */
export function matrixOf(names: readonly string[], columns: readonly Column[]): string {
  const rows = [
    ['check', ...columns.map(({ version }) => version)],
    ['---', ...columns.map(() => '---')],
    ...names.map((name, k) => [
      name,
      ...columns.map(({ outcomes }) => (outcomes[k].fault === null ? 'passed' : 'FAILED')),
    ]),
  ];
  const failures = columns.flatMap(({ version, outcomes }) =>
    outcomes.flatMap(({ fault }, k) => (fault === null ? [] : [`${version}, ${names[k]}:\n  ${fault}`])),
  );
  const widths = rows[0].map((_, n) => Math.max(...rows.map((row) => row[n].length)));
  const lines = rows.map((row) => `| ${row.map((cell, n) => cell.padEnd(widths[n])).join(' | ')} |`);
  return [...lines, ...failures].join('\n');
}
