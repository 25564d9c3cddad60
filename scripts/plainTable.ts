/** A table as plain text: first column left-aligned, the others right-aligned, separated by two spaces. */
export function plainTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, k) => Math.max(...all.map((row) => lengthOf(row[k] ?? ''))));
  const padded = (text: string, k: number): string => {
    const space = ' '.repeat(widths[k] - lengthOf(text));
    return k === 0 ? text + space : space + text;
  };
  return all
    .map((row) =>
      header
        .map((_, k) => padded(row[k] ?? '', k))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Width in a terminal; combining marks take no column. */
const lengthOf = (text: string): number => Array.from(text.replace(/\p{Mn}/gu, '')).length;
