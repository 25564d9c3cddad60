import { decimalText } from '../text/decimal.ts';

/** `aria-valuenow` in decimal digits: React writes small numbers as 1e-9, which assistive technology may not read. */
export const valueNow = (value: number): Readonly<Record<string, string>> => ({ 'aria-valuenow': decimalText(value) });
