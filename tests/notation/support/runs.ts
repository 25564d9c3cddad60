import type { Cell } from '../../../src/cell/cell.ts';
import { sizesOf } from '../../../src/cell/sizes.ts';
import { runForward } from '../../../src/engine/forward.ts';
import { initialParameters, type Parameters, uniform } from '../../../src/engine/parameters.ts';
import { compile } from '../../../src/engine/program.ts';
import type { Tape } from '../../../src/engine/tape.ts';
import { everyCell as namedCells } from '../../everyCell.ts';

/** Every cell under test. */
export const everyCell: readonly Cell[] = namedCells.map(({ cell }) => cell);

export const titleOf = (cell: Cell): string => `${cell.id} ${JSON.stringify(cell.options)}`;

export interface Run {
  readonly cell: Cell;
  readonly parameters: Parameters;
  readonly tape: Tape;
}

/** A run over seeded parameters (biases too), states and inputs. */
export function runOf(cell: Cell, seed = 1, { D = 3, H = 4, T = 5, size = 1 } = {}): Run {
  const sizes = sizesOf(D, H);
  const drawn = initialParameters(cell, sizes, { seed });
  const parameters = Object.fromEntries(
    Object.entries(drawn).map(([name, values]) => [
      name,
      name.startsWith('b_') ? values.map((_, k) => 0.7 * uniform(seed + 99, k + name.charCodeAt(2))) : values,
    ]),
  );
  const x = Array.from({ length: T * D }, (_, k) => size * uniform(seed + 7, k));
  const initial = Object.fromEntries(
    cell.states.map(({ id }, s) => [
      id,
      Array.from({ length: H }, (_, k) => 0.1 + 0.8 * Math.abs(uniform(seed + 13 + s, k))),
    ]),
  );
  return { cell, parameters, tape: runForward(compile(cell, sizes), parameters, x, initial) };
}
