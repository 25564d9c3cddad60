/** Pixels that a character of a label takes, and those around the label. */
const CHARACTER = 8;
const PADDING = 10;

/**
 * The numbers of a row, separated by commas, that fit as a whole into a column of this width in pixels, and at least the
 * first; an ellipsis says that there are more.
 */
export function fittedRow(row: string, width: number): string {
  // the space after a comma is narrow
  const fits = (text: string): boolean => text.replaceAll(', ', ',').length * CHARACTER + PADDING <= width;
  if (fits(row)) return row;
  const numbers = row.split(', ').filter((one) => one !== '…');
  const shorter = numbers.map((_, k) => `${numbers.slice(0, numbers.length - k).join(', ')} …`).slice(1);
  return shorter.find(fits) ?? `${numbers[0]} …`;
}
