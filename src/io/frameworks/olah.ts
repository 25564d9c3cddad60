import type { Cell } from '../../cell/cell.ts';
import type { TensorLayout, WeightLayout } from './weightLayout.ts';

/**
 * The layout of Olah's notation (2015) for any cell: one matrix per layer over the concatenation [h_{t−1}, x_t], hidden
 * columns first; every other parameter is an array of its own.
 */
export function olah(cell: Cell): WeightLayout {
  const names = cell.parameters.map((p) => p.name);
  return cell.parameters.flatMap(({ name, letter, subscript }): TensorLayout[] => {
    const beside = [`U_${subscript}`, `W_${subscript}`].filter((one) => names.includes(one));
    if (letter !== 'U' && letter !== 'W') return [{ tensor: name, blocks: [name] }];
    if (name !== beside[0]) return [];
    return [{ tensor: `W_${subscript}`, blocks: beside, along: 'columns' }];
  });
}
