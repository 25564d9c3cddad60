import { blocksOf, ordersOf, restingOf } from '../../../src/components/timeline/blocks.ts';
import type { ShownStrips } from '../../../src/components/timeline/shownStrips.ts';
import type { Derived } from '../../../src/store/derive.ts';
import type { Moment } from '../../../src/store/state.ts';

/** The strips of a moment as the page shows them unfolded, with what is given in place of that. */
export function stripsOf(
  derived: Derived,
  { cursor, selection }: Moment,
  other: Partial<ShownStrips> = {},
): ShownStrips {
  const { cell, tape, encoded, predictions, free } = derived;
  const blocks = blocksOf(cell);
  const shown = other.folded ? blocks.filter(({ id }) => restingOf(cell, blocks).includes(id)) : blocks;
  return {
    tape,
    ghost: free.tape === tape ? null : free.tape,
    orders: ordersOf(tape, blocks, cell.output, 'index', ''),
    columns: { width: 28, bin: 1 },
    height: 66,
    dark: false,
    cursor,
    selection,
    largest: null,
    lines: false,
    computedOf: (block) => (blocks.indexOf(block) <= cursor.position ? cursor.t : cursor.t - 1),
    blocks: shown,
    encoded,
    answers: predictions && {
      names: predictions.head.outputs,
      y: predictions.y,
      probabilities: predictions.probabilities,
      asked: null,
      onAsk: () => {},
    },
    marks: null,
    folded: false,
    computed: cursor.t,
    ...other,
  };
}
