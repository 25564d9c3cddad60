/** Smallest magnitude whose square still has full float32 precision. */
const LEAST = 2 ** -63;
/** Largest finite float32. */
const LARGEST = 3.4028234663852886e38;

/** True if a number is 0 or has a magnitude that float32 represents, also in products. */
export function isHeld(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size >= LEAST && size <= LARGEST);
}

/** True if all numbers are in range. */
export function areHeld(data: ArrayLike<number>): boolean {
  for (let k = 0; k < data.length; k++) if (!isHeld(data[k])) return false;
  return true;
}
