/** What a comma inside a number means. */
export type Comma = 'decimal' | 'thousands' | 'none';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const WITH_DECIMAL_COMMA = /^[+-]?(\d[\d.]*|),\d+(e[+-]?\d+)?$/i;
const GROUPED_BY_DOTS = /^[+-]?\d{1,3}(\.\d{3})+(,\d*)?(e[+-]?\d+)?$/i;
const GROUPED_BY_COMMAS = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?(e[+-]?\d+)?$/i;

const plain = (cell: string): string => cell.trim().replace(/^\u2212/, '-');

/** The number in a cell, or null where it holds none. Infinite where it overflows. */
export function numberIn(cell: string, comma: Comma): number | null {
  let text = plain(cell);
  if (comma === 'thousands' && GROUPED_BY_COMMAS.test(text)) text = text.replaceAll(',', '');
  if (comma === 'decimal' && GROUPED_BY_DOTS.test(text)) text = text.replaceAll('.', '');
  if (comma === 'decimal') text = text.replace(',', '.');
  return NUMBER.test(text) ? Number(text) : null;
}

/**
 * What the commas in these cells mean: `both` where every one can be read either way (1,234 is 1.234 or 1234).
 */
export function commaIn(cells: readonly string[]): Comma | 'both' {
  const withComma = cells.map(plain).filter((cell) => /^[+-]?[\d.]*,[\d,.]*(e[+-]?\d+)?$/i.test(cell));
  if (withComma.length === 0) return 'none';
  const grouped = withComma.every((cell) => GROUPED_BY_COMMAS.test(cell));
  const decimal = withComma.every((cell) => WITH_DECIMAL_COMMA.test(cell));
  if (!grouped) return decimal ? 'decimal' : 'none';
  const dotted = cells.map(plain).some((cell) => /^[+-]?\d*\.\d+(e[+-]?\d+)?$/i.test(cell));
  return decimal && !dotted ? 'both' : 'thousands';
}
