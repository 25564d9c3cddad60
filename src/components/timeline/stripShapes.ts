import { SANS } from '../../figure/labels.ts';
import type { Pixel } from '../../figure/measures.ts';
import { type Palette, type Shape, shape } from '../../figure/shape.ts';
import { displayed } from '../../notation/number.ts';
import { entryOf, tableOf } from '../../theme/colour.ts';
import { axisOf, lineOf, lineY, type Point } from './line.ts';
import { paleness } from './paleFuture.ts';
import { cellGaps, eachApart } from './stripMarks.ts';
import { type StripView, stripHeightOf } from './stripView.ts';
import { pooled } from './tile.ts';

/** The columns of a strip that are drawn, first to before last. */
export type Range = readonly [first: number, end: number];

/** A strip as it is painted on the page, as shapes: `at` is the corner of its first column. No timesteps are pooled. */
export function stripShape(view: StripView, range: Range, at: Pixel, palette: Palette): Shape {
  const drawn: Range = [range[0], Math.min(range[1], view.frames.length)];
  return shape(
    'g',
    { class: 'strip' },
    view.unit === null ? heatShapes(view, drawn, at, palette) : lineShapes(view, view.unit, drawn, at, palette),
  );
}

/**
 * The units by timesteps: a cell is a piece of a broad line, those of one colour are one path, and equal neighbours without a
 * gap are one piece, so that a long sequence stays a small file.
 */
function heatShapes(view: StripView, [first, end]: Range, { x, y }: Pixel, palette: Palette): readonly Shape[] {
  const { frames, ghost, signal, kind, one = 1, order, dark, columns, rowHeight, computed } = view;
  const { width } = columns;
  const table = tableOf(kind, dark);
  const { across, down } = cellGaps(view);
  const [full, pale] = [new Map<number, string[]>(), new Map<number, string[]>()];
  let [crosses, apart] = ['', ''];
  const entryAt = (unit: number, column: number): number =>
    entryOf(table, pooled(frames, signal, unit, column + 1, column + 1) / one);
  for (const [row, unit] of order.entries()) {
    const top = y + row * rowHeight;
    for (let column = first; column < end; ) {
      const entry = entryAt(unit, column);
      const into = column < computed ? full : pale;
      const left = x + (column - first) * width;
      if (entry === table.steps && width >= 6)
        crosses += `M${left + 2},${top + rowHeight - 2}L${left + width - 3},${top + 1}`;
      let next = column + 1;
      while (!across && next < end && next !== computed && entryAt(unit, next) === entry) next++;
      const pieces = into.get(entry) ?? [];
      pieces.push(`M${short(left)},${top + (rowHeight - down) / 2}h${short((next - column) * width - across)}`);
      into.set(entry, pieces);
      column = next;
    }
  }
  if (ghost)
    eachApart(view, ghost, [first, end], (column, row) => {
      const [left, top] = [x + (column - first) * width + 1.5, y + row * rowHeight + 1.5];
      apart += `M${left},${top}h${width - 4}v${rowHeight - 4}h${4 - width}z`;
    });
  const cells = (of: ReadonlyMap<number, readonly string[]>): readonly Shape[] =>
    [...of].map(([entry, pieces]) =>
      stroke(pieces.join(''), { stroke: table.cssAt(entry), 'stroke-width': rowHeight - down }),
    );
  // cells that touch would show their edges as seams
  const crisp = across && down ? {} : { 'shape-rendering': 'crispEdges' };
  return [
    shape('g', { class: 'cells', ...crisp }, cells(full)),
    ...(pale.size > 0 ? [shape('g', { class: 'future', opacity: paleness, ...crisp }, cells(pale))] : []),
    ...(crosses ? [stroke(crosses, { stroke: '#ffffff' })] : []),
    ...(apart ? [stroke(apart, { stroke: palette.accent, 'stroke-dasharray': '2 2', opacity: 0.7 })] : []),
  ];
}

/** One unit as a line between the limits of its scale, which are written before it. */
function lineShapes(view: StripView, unit: number, [first, end]: Range, at: Pixel, palette: Palette): readonly Shape[] {
  const { frames, ghost, signal, kind, columns, computed } = view;
  const height = stripHeightOf(view);
  const [low, high] = axisOf(frames, signal, unit, kind);
  const across = ({ x }: Point): number => short(at.x + x - first * columns.width);
  const down = (v: number): number => short(at.y + lineY(Math.min(high, Math.max(low, v)), [low, high], height));
  const pathOf = (piece: readonly Point[]): string =>
    piece.map((point, k) => `${k === 0 ? 'M' : 'L'}${across(point)},${down(point.low)}`).join('');
  const linesOf = (run: typeof frames, range: Range, style: Shape['attributes']): readonly Shape[] =>
    lineOf(run, signal, unit, columns, range).map((piece) => stroke(pathOf(piece), style));
  const style = { stroke: palette.accent, 'stroke-width': 1.75, 'stroke-linejoin': 'round' };
  const part = (range: Range, name: string, opacity: number): Shape =>
    shape('g', { class: name, opacity }, [
      ...linesOf(frames, range, style),
      ...lineOf(frames, signal, unit, columns, range).flatMap((piece) =>
        columns.width >= 10 || piece.length === 1
          ? piece.map((point) =>
              shape('circle', { cx: across(point), cy: down(point.low), r: 2.5, fill: palette.accent }),
            )
          : [],
      ),
    ]);
  const width = (end - first) * columns.width;
  const ground = low < 0 ? [low, 0, high] : [low, high];
  return [
    ...ground.map((v) => stroke(`M${at.x},${down(v)}h${width}`, { stroke: palette.line })),
    ...[high, low].map((v) =>
      words(displayed(v, 1), { x: at.x - 6, y: down(v) + 4 }, palette['ink-soft'], { size: 11, anchor: 'end' }),
    ),
    ...(ghost
      ? linesOf(ghost, [first, Math.min(end, ghost.length)], {
          stroke: palette.accent,
          'stroke-dasharray': '4 3',
          opacity: 0.6,
        })
      : []),
    ...(computed < end ? [part([Math.max(first, computed - 1), end], 'future', paleness)] : []),
    part([first, Math.max(first, Math.min(end, computed))], 'cells', 1),
  ];
}

const stroke = (d: string, style: Shape['attributes']): Shape =>
  shape('path', { d, fill: 'none', 'stroke-width': 1, ...style });

const short = (value: number): number => Math.round(value * 100) / 100;

/** A line of text of a figure. */
export const words = (
  text: string,
  { x, y }: Pixel,
  fill: string,
  {
    size = 12,
    anchor = 'start',
    weight = 400,
  }: { readonly size?: number; readonly anchor?: string; readonly weight?: number } = {},
): Shape =>
  shape('text', { x, y, 'text-anchor': anchor, 'font-family': SANS, 'font-size': size, 'font-weight': weight, fill }, [
    text,
  ]);
