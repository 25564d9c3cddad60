/** A number in so many digits, or in all digits before its point (1987 is a year), with a true minus sign. */
export const inDigits = (value: number, digits: number): string =>
  `${+value.toPrecision(Math.max(digits, Math.abs(value).toFixed().length))}`.replace('-', '−');
