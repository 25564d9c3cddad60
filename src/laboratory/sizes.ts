import { cellOf } from '../cell/cell.ts';
import { parameterCount, sizesOf } from '../cell/sizes.ts';
import { declarationOf } from '../cells/index.ts';
import type { Task } from '../training/task.ts';

/** The most units of a network of the laboratory. */
const MOST_UNITS = 64;

/** How many numbers a cell of H units with a head learns on a task. */
export function learnedBy(cell: string, H: number, { inputs, outputs }: Task): number {
  const declaration = declarationOf(cell);
  if (!declaration) throw new Error(`There is no cell “${cell}”`);
  return parameterCount(cellOf(declaration), sizesOf(inputs.length, H)) + outputs.length * (H + 1);
}

/** The number of units with which a cell and its head come closest to learning this many numbers. */
export function unitsFor(cell: string, parameters: number, task: Task): number {
  const distance = (H: number): number => Math.abs(learnedBy(cell, H, task) - parameters);
  let best = 1;
  for (let H = 2; H <= MOST_UNITS; H++) if (distance(H) < distance(best)) best = H;
  return best;
}
