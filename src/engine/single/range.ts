/** The product of two numbers from here on still has all digits of float32. */
const LEAST = 2 ** -63;
/** float32 has no more than this. */
const LARGEST = 3.4028234663852886e38;

/** True if a number is 0 or of a size that float32 represents, also in products. */
export function isHeld(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size >= LEAST && size <= LARGEST);
}

/** The same of all numbers. */
export function areHeld(data: ArrayLike<number>): boolean {
  for (let k = 0; k < data.length; k++) if (!isHeld(data[k])) return false;
  return true;
}
