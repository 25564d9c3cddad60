/** Digits as exponents, 0 to 9. */
export const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number as an exponent. */
export const raised = (n: number): string =>
  (n < 0 ? '⁻' : '') + [...String(Math.abs(n))].map((digit) => RAISED[Number(digit)]).join('');
