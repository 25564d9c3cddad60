import { Refusal } from '../text/refusal.ts';
import type { Cell, Parameter } from './cell.ts';
import type { Dim } from './expression.ts';

/** The lengths of the vectors: D inputs, H hidden units, P projected units (0 without a projection). */
export type Sizes = Readonly<Record<Dim, number>>;

/** The largest D, H and P that the engine takes. */
export const MAX_SIZE = 512;

/** The sizes of a cell, checked. Throws an error that names a size outside 1 to 512 (P: 0 to 512) or not a whole number. */
export function sizesOf(D: number, H: number, P = 0): Sizes {
  for (const [name, value] of [
    ['D', D],
    ['H', H],
  ] as const)
    if (!Number.isInteger(value) || value < 1 || value > MAX_SIZE)
      throw new Refusal(`${name} is ${value}; it must be a whole number from 1 to ${MAX_SIZE}.`);
  if (!Number.isInteger(P) || P < 0 || P > MAX_SIZE)
    throw new Refusal(`P is ${P}; it must be a whole number from 0 to ${MAX_SIZE}.`);
  return { D, H, P };
}

/** The number of elements of a parameter. */
export function lengthOf({ shape }: Pick<Parameter, 'shape'>, sizes: Sizes): number {
  return shape.reduce((n, dim) => n * sizes[dim], 1);
}

/** The number of parameters of the cell: 4H(D + H + 1) for an LSTM. */
export function parameterCount(cell: Cell, sizes: Sizes): number {
  return cell.parameters.reduce((sum, parameter) => sum + lengthOf(parameter, sizes), 0);
}
