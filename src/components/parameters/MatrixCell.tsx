// biome-ignore-all lint/a11y/useSemanticElements: the cell of a grid of which only a part is rendered.
import { memo, type ReactNode } from 'react';
import { displayed } from '../../notation/number.ts';
import { inkOn } from './inkOn.ts';

/** One number of a matrix on the colour of its sign and size, or the field in which it is typed. */
export const MatrixCell = memo(function MatrixCell({
  row,
  column,
  value,
  colour,
  active,
  editor,
}: {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly colour: string;
  /** True if the cell is the tab stop of the grid. */
  readonly active: boolean;
  readonly editor: ReactNode;
}) {
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      data-row={row}
      data-column={column}
      tabIndex={active ? 0 : -1}
      title={editor ? undefined : String(value)}
      style={{ gridRow: row + 2, gridColumn: column + 2, backgroundColor: colour, color: inkOn(colour) }}
    >
      {editor ?? <span>{displayed(value)}</span>}
    </div>
  );
});
