import type { Frames } from './frames.ts';
import type { StripView } from './stripView.ts';

/** Smallest outlined difference from a ghost, relative to the number with the colour of 1. */
const APART = 0.05;

/** Draws a cross in each cell without a finite value, so that colour is not the only sign. */
export function drawBroken(
  context: CanvasRenderingContext2D,
  broken: readonly number[],
  start: number,
  { columns, rowHeight }: StripView,
): void {
  context.strokeStyle = '#fff';
  context.lineWidth = 1;
  context.beginPath();
  for (let k = 0; k < broken.length; k += 2) {
    const [x, y] = [start + broken[k] * columns.width, broken[k + 1] * rowHeight];
    context.moveTo(x + 2, y + rowHeight - 2);
    context.lineTo(x + columns.width - 3, y + 1);
  }
  context.stroke();
}

/** The gaps between cells: one pixel where they are large enough. */
export const cellGaps = ({ columns, rowHeight }: StripView): { readonly across: 0 | 1; readonly down: 0 | 1 } => ({
  across: columns.width >= 10 ? 1 : 0,
  down: rowHeight >= 5 ? 1 : 0,
});

/** Clears a gap of one pixel between cells that are large enough. */
export function clearGaps(
  context: CanvasRenderingContext2D,
  view: StripView,
  [first, end]: readonly [number, number],
  left: number,
  width: number,
  height: number,
): void {
  const { columns, rowHeight, order } = view;
  const { across, down } = cellGaps(view);
  if (across) for (let c = first; c < end; c++) context.clearRect((c + 1) * columns.width - left - 1, 0, 1, height);
  if (down) for (let r = 0; r < order.length; r++) context.clearRect(0, (r + 1) * rowHeight - 1, width, 1);
}

/** Calls back for each cell whose value is another in the ghost, while cells are large enough for an outline. */
export function eachApart(
  { frames, signal, one = 1, order, columns, rowHeight }: StripView,
  ghost: Frames,
  [first, end]: readonly [number, number],
  found: (column: number, row: number) => void,
): void {
  if (columns.width < 10 || rowHeight < 5 || columns.bin > 1) return;
  const [shown, free] = [frames, ghost].map((run) => {
    const { offset } = run.slot(signal);
    return (t: number, unit: number): number => run.data[t * run.program.frameSize + offset + unit];
  });
  for (let column = first; column < Math.min(end, frames.length); column++)
    for (const [row, unit] of order.entries())
      if (Math.abs(shown(column + 1, unit) - free(column + 1, unit)) > APART * one) found(column, row);
}

/** An outline around each cell whose value is another in the ghost, while cells are large enough for one. */
export function outlineGhost(
  context: CanvasRenderingContext2D,
  view: StripView,
  ghost: Frames,
  range: readonly [number, number],
  left: number,
): void {
  const { columns, rowHeight } = view;
  context.strokeStyle = getComputedStyle(context.canvas).color;
  context.lineWidth = 1;
  context.globalAlpha = 0.7;
  context.setLineDash([2, 2]);
  context.beginPath();
  eachApart(view, ghost, range, (column, row) =>
    context.rect(column * columns.width - left + 1.5, row * rowHeight + 1.5, columns.width - 4, rowHeight - 4),
  );
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}
