import { type Cell, cellOf } from '../cell/cell.ts';
import { parameterCount, sizesOf } from '../cell/sizes.ts';
import { declarationOf } from '../cells/index.ts';
import type { Task } from '../training/task.ts';

/** The most units of a network of the laboratory. */
const MOST_UNITS = 64;

/** The number of learned parameters in a cell of H units with a head for a task. */
export const learnedBy = (cell: string, H: number, task: Task): number => learned(known(cell), H, task);

/** The number of units with which a cell and its head come closest to learning this many numbers. */
export function unitsFor(id: string, parameters: number, task: Task): number {
  const cell = known(id);
  const distance = (H: number): number => Math.abs(learned(cell, H, task) - parameters);
  let best = 1;
  for (let H = 2; H <= MOST_UNITS; H++) if (distance(H) < distance(best)) best = H;
  return best;
}

function known(id: string): Cell {
  const declaration = declarationOf(id);
  if (!declaration) throw new Error(`There is no cell “${id}”`);
  return cellOf(declaration);
}

function learned(cell: Cell, H: number, { inputs, outputs }: Task): number {
  return parameterCount(cell, sizesOf(inputs.length, H)) + outputs.length * (H + 1);
}
