// biome-ignore-all lint/a11y/useSemanticElements: the cell of a grid of which only a part is rendered.
import { memo, type ReactNode } from 'react';
import { displayed } from '../../notation/number.ts';

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
  /** Whether the tab key comes here. */
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

/** Black or white, whichever reads better on a colour written `rgb(r, g, b)`: at least 4.5 : 1 on any (WCAG 2.2 relative luminance). */
export function inkOn(colour: string): 'black' | 'white' {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((byte) => linear(Number(byte) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? 'black' : 'white';
}

const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
