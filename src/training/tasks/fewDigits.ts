/** A number as a token: two decimals, with a real minus sign. */
export function fewDigits(value: number): string {
  return String(Math.round(value * 100) / 100).replace('-', '−');
}
