/** A finite number in decimal digits without a power of ten, as `aria-valuenow` takes it. */
export function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  if (Math.abs(value) >= 1) return BigInt(value).toString();
  const [mantissa, exponent] = text.split('e');
  const digits = mantissa.replace(/^-?\d\.?/, '').length;
  return value.toFixed(Math.min(100, digits - Number(exponent)));
}
