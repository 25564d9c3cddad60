/** A direction on the lattice: right, down, left, up. */
export type Direction = 0 | 1 | 2 | 3;
export const STEP: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

export interface LatticePoint {
  readonly x: number;
  readonly y: number;
}

export function directionOf(a: LatticePoint, b: LatticePoint): Direction {
  if (b.x > a.x) return 0;
  if (b.y > a.y) return 1;
  return b.x < a.x ? 2 : 3;
}
