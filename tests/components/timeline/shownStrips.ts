import { blocksOf } from '../../../src/components/timeline/blocks.ts';
import { momentStrips } from '../../../src/components/timeline/momentStrips.ts';
import type { ShownStrips } from '../../../src/components/timeline/shownStrips.ts';
import type { Derived } from '../../../src/store/derive.ts';
import type { Moment } from '../../../src/store/state.ts';

/** The strips of a moment as the page shows them unfolded, with what is given in place of that. */
export const stripsOf = (derived: Derived, moment: Moment, other: Partial<ShownStrips> = {}): ShownStrips => ({
  ...momentStrips(derived, moment, null, other.folded ? {} : { blocks: blocksOf(derived.cell) }),
  ...other,
});
