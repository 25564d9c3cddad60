import type { Range } from '../../ops/op.ts';
import { decimalText } from '../../text/decimal.ts';

/**
 * The attributes of a slider or a field of numbers: its value and its finite bounds in decimal digits, because React writes
 * small numbers as 1e-9, which assistive technology may not read.
 */
export function valueRange(now: number, [min, max]: Range): Readonly<Record<string, string>> {
  const all = Object.entries({ 'aria-valuenow': now, 'aria-valuemin': min, 'aria-valuemax': max });
  const finite = all.filter(([, value]) => Number.isFinite(value));
  return Object.fromEntries(finite.map(([name, value]) => [name, decimalText(value)]));
}
