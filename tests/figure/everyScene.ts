import type { Cell } from '../../src/cell/cell.ts';
import { type Scene, sceneOf } from '../../src/figure/scene.ts';
import { everyCell } from '../everyCell.ts';

/** The scene of every cell under every combination of its options; biases have no part in the picture. */
export const everyScene: readonly { readonly name: string; readonly cell: Cell; readonly scene: Scene }[] = everyCell
  .filter(({ cell }) => cell.options.bias !== false)
  .map(({ name, cell }) => ({ name, cell, scene: sceneOf(cell) }));
