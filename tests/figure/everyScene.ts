import type { Cell } from '../../src/cell/cell.ts';
import { foundSpacing } from '../../src/figure/foundSpacing.ts';
import { layoutOf } from '../../src/figure/layout.ts';
import { placed, type Scene } from '../../src/figure/scene.ts';
import { evenSpacing } from '../../src/figure/spacing.ts';
import { everyCell } from '../everyCell.ts';

/** Scenes of a cell: in the chain, folded into a loop, and compact for a narrow screen. */
export interface Drawn {
  readonly name: string;
  readonly cell: Cell;
  readonly scene: Scene;
  readonly folded: Scene;
  readonly compact: Scene;
}

/** The scenes of every cell under every combination of its options; biases have no part in the picture. */
export const everyScene: readonly Drawn[] = everyCell
  .filter(({ cell }) => cell.options.bias !== false)
  .map(({ name, cell }) => {
    const layout = layoutOf(cell);
    const even = evenSpacing(cell.declaration);
    return {
      name,
      cell,
      scene: placed(layout, cell, 'unfolded', even),
      folded: placed(layout, cell, 'folded', even),
      compact: placed(layout, cell, 'unfolded', foundSpacing([{ cell, layout }], 'unfolded')),
    };
  });
