import type { Cell } from '../cell/cell.ts';
import { activationOptions, biasOption } from '../cell/declaration.ts';
import { type Direction, directionOf, type LatticePoint, STEP } from './lattice.ts';
import type { Branch } from './router.ts';

/** The branches of each net of a cell, by the net's id. */
export type Routes = ReadonlyMap<string, readonly Branch[]>;

/** Options that change numbers alone, and no place and no wire. */
const numerical: ReadonlySet<string> = new Set([
  'activation',
  'peepWeights',
  ...Object.keys({ ...activationOptions, ...biasOption }),
]);

/** True if an option of a cell can change its picture. */
export const isPictured = (option: string): boolean => !numerical.has(option);

/** The key by which the picture of a cell is known: the same for all cells that differ in their numbers alone. */
export const routesKey = ({ id, options }: Pick<Cell, 'id' | 'options'>): string =>
  [id, ...Object.entries(options).flatMap(([name, value]) => (isPictured(name) ? [value] : []))].join();

/**
 * Routes as text: a line for each net, and in it for each branch its sink, the straight steps before its end, its start
 * and the direction of each step.
 */
export const routesText = (routes: Routes): string =>
  [...routes].map(([net, branches]) => [net, ...branches.map(branchText)].join('|')).join('\n');

/** The inverse of `routesText`. */
export const routesFrom = (text: string): Routes =>
  new Map(
    text.split('\n').map((line) => {
      const [net, ...branches] = line.split('|');
      return [net, branches.map(branchFrom)];
    }),
  );

function branchText({ sink, steps, points }: Branch): string {
  const [{ x, y }] = points;
  const moves = points.slice(1).map((point, k) => directionOf(points[k], point));
  return `${sink} ${steps} ${x} ${y} ${moves.join('')}`;
}

function branchFrom(text: string): Branch {
  const [sink, steps, x, y, moves] = text.split(' ');
  const points: LatticePoint[] = [{ x: Number(x), y: Number(y) }];
  for (const move of moves) {
    const { x: left, y: top } = points[points.length - 1];
    const [dx, dy] = STEP[Number(move) as Direction];
    points.push({ x: left + dx, y: top + dy });
  }
  return { sink: Number(sink), steps: steps === '1' ? 1 : 2, points };
}
