/**
 * sin(2π·turns), the same on every machine: the series of Taylor up to the 23rd power within a quarter turn of 0, where
 * its error is below that of rounding.
 */
export function sineOfTurns(turns: number): number {
  const turn = turns - Math.floor(turns + 0.5);
  const near = turn > 0.25 ? 0.5 - turn : turn < -0.25 ? -0.5 - turn : turn;
  const z = 2 * Math.PI * near;
  let sum = 1;
  for (let n = 22; n > 0; n -= 2) sum = 1 - (z * z * sum) / (n * (n + 1));
  return z * sum;
}
