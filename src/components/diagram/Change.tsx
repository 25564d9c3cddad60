import type { Cell } from '../../cell/cell.ts';
import type { Sizes } from '../../cell/sizes.ts';
import { areRelated } from '../../figure/change.ts';
import { differenceSentence } from '../../notation/differenceSentence.ts';

interface ChangeProps {
  readonly cell: Cell;
  readonly before: Cell;
  readonly sizes: Sizes;
}

/** One sentence on what the last switch between related cells added and removed. */
export function Change({ cell, before, sizes }: ChangeProps) {
  const sentence = areRelated(before, cell) ? differenceSentence(before, cell, sizes) : null;
  return sentence && <figcaption className="change">{sentence}</figcaption>;
}
