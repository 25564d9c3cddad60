import { type ScaleKind, tableOf } from '../../theme/colour.ts';
import { type Columns, visibleColumns } from './columns.ts';
import type { Frames } from './frames.ts';
import { axisOf, lineOf } from './line.ts';
import { tileColumns, tileOf } from './tile.ts';

/** What a strip shows. All but `computed` and `unit` decide its tiles. */
export interface StripView {
  readonly frames: Frames;
  readonly signal: string;
  readonly kind: ScaleKind;
  /** The number that is coloured as 1; default 1. */
  readonly one?: number | undefined;
  readonly order: readonly number[];
  readonly dark: boolean;
  readonly columns: Columns;
  readonly rowHeight: number;
  /** The last timestep at which the signal is computed at the moment shown; what follows is pale. */
  readonly computed: number;
  /** The unit drawn as a line, or null for the heat strip. */
  readonly unit: number | null;
  /** Another run, which is outlined where it differs: dashed beside a line, around the cells of a heat strip. */
  readonly ghost?: Frames | null;
}

/** Paints the visible part of one strip. */
export interface StripPainter {
  /** Draws the window from `left`, `width` by `height` CSS pixels; false where tiles are still to be made after the deadline. */
  draw(view: StripView, left: number, width: number, height: number, deadline: number): boolean;
}

const kept = 40;
const paleness = 0.3;
/** The least difference from a ghost that is outlined, as a share of the number that is coloured as 1. */
const APART = 0.05;

interface Painted {
  readonly bitmap: HTMLCanvasElement;
  readonly broken: readonly number[];
}

/** Draws one signal on a canvas from tiles that are made when first seen. */
export function createStripPainter(canvas: HTMLCanvasElement): StripPainter {
  const context = canvas.getContext('2d');
  const tiles = new Map<number, Painted>();
  let of: StripView | null = null;
  /** Where and how far the strip was drawn completely; empty while it is not. */
  let drawn = '';

  const tileAt = (view: StripView, index: number, deadline: number): Painted | null => {
    const known = tiles.get(index);
    if (known) {
      tiles.delete(index);
      tiles.set(index, known);
      return known;
    }
    if (performance.now() > deadline) return null;
    const { rgba, columns, rows, broken } = tileOf(
      view.frames,
      view.signal,
      view.order,
      tableOf(view.kind, view.dark),
      view.columns,
      index,
      view.one,
    );
    const bitmap = document.createElement('canvas');
    bitmap.width = columns;
    bitmap.height = rows;
    if (columns > 0 && rows > 0) bitmap.getContext('2d')?.putImageData(new ImageData(rgba, columns, rows), 0, 0);
    const painted = { bitmap, broken };
    tiles.set(index, painted);
    const oldest = tiles.keys().next().value;
    if (tiles.size > kept && oldest !== undefined) tiles.delete(oldest);
    return painted;
  };

  return {
    draw(view, left, width, height, deadline) {
      if (!context) return true;
      const ratio = window.devicePixelRatio || 1;
      const place = [left, width, height, ratio, view.computed, view.unit, view.columns.width, view.rowHeight].join();
      const same = of !== null && sameTiles(of, view);
      // A step moves on in few signals; the strips of the others stand as they are.
      if (same && place === drawn) return true;
      if (!same) tiles.clear();
      of = view;
      drawn = '';
      if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
      if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      const window_ = visibleColumns(left, width, view.frames.length, view.columns);
      const future = Math.floor(view.computed / view.columns.bin) * view.columns.width - left;
      if (view.unit !== null) {
        drawLine(context, view, view.unit, window_, left, future, width, height);
        drawn = place;
        return true;
      }
      let complete = true;
      context.imageSmoothingEnabled = false;
      const cell = view.columns.width;
      for (let index = Math.floor(window_[0] / tileColumns); index * tileColumns < window_[1]; index++) {
        const tile = tileAt(view, index, deadline);
        if (!tile) {
          complete = false;
          continue;
        }
        const start = index * tileColumns * cell - left;
        twice(context, future, width, height, () => {
          context.drawImage(tile.bitmap, start, 0, tile.bitmap.width * cell, height);
          if (cell >= 6) drawBroken(context, tile.broken, start, view);
        });
      }
      clearGaps(context, view, window_, left, width, height);
      if (view.ghost) outlineGhost(context, view, view.ghost, window_, left);
      if (complete) drawn = place;
      return complete;
    },
  };
}

function sameTiles(a: StripView, b: StripView): boolean {
  return (
    a.frames === b.frames &&
    a.ghost === b.ghost &&
    a.signal === b.signal &&
    a.kind === b.kind &&
    a.one === b.one &&
    a.order === b.order &&
    a.dark === b.dark &&
    a.columns.bin === b.columns.bin
  );
}

/** Draws left of `future` in full and right of it pale. */
function twice(
  context: CanvasRenderingContext2D,
  future: number,
  width: number,
  height: number,
  draw: () => void,
): void {
  for (const [from, to, alpha] of [
    [0, future, 1],
    [future, width, paleness],
  ]) {
    if (Math.min(to, width) <= Math.max(from, 0)) continue;
    context.save();
    context.beginPath();
    context.rect(Math.max(from, 0), 0, Math.min(to, width) - Math.max(from, 0), height);
    context.clip();
    context.globalAlpha = alpha;
    draw();
    context.restore();
  }
}

/** A cross in each cell without a finite value, so that it does not rest on colour. */
function drawBroken(
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

function clearGaps(
  context: CanvasRenderingContext2D,
  { columns, rowHeight, order }: StripView,
  [first, end]: readonly [number, number],
  left: number,
  width: number,
  height: number,
): void {
  if (columns.width >= 10)
    for (let c = first; c < end; c++) context.clearRect((c + 1) * columns.width - left - 1, 0, 1, height);
  if (rowHeight >= 5) for (let r = 0; r < order.length; r++) context.clearRect(0, (r + 1) * rowHeight - 1, width, 1);
}

/** An outline around each cell whose value is another in the ghost, while cells are large enough for one. */
function outlineGhost(
  context: CanvasRenderingContext2D,
  { frames, signal, one = 1, order, columns, rowHeight }: StripView,
  ghost: Frames,
  [first, end]: readonly [number, number],
  left: number,
): void {
  if (columns.width < 10 || rowHeight < 5 || columns.bin > 1) return;
  const [shown, free] = [frames, ghost].map((run) => {
    const { offset } = run.slot(signal);
    return (t: number, unit: number): number => run.data[t * run.program.frameSize + offset + unit];
  });
  context.strokeStyle = getComputedStyle(context.canvas).color;
  context.lineWidth = 1;
  context.globalAlpha = 0.7;
  context.setLineDash([2, 2]);
  context.beginPath();
  for (let column = first; column < Math.min(end, frames.length); column++)
    for (const [row, unit] of order.entries())
      if (Math.abs(shown(column + 1, unit) - free(column + 1, unit)) > APART * one)
        context.rect(column * columns.width - left + 1.5, row * rowHeight + 1.5, columns.width - 4, rowHeight - 4);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function drawLine(
  context: CanvasRenderingContext2D,
  view: StripView,
  unit: number,
  [first, end]: readonly [number, number],
  left: number,
  future: number,
  width: number,
  height: number,
): void {
  const [low, high] = axisOf(view.frames, view.signal, unit, view.kind);
  const y = (v: number): number => 5 + ((high - v) / (high - low)) * (height - 10);
  const style = getComputedStyle(context.canvas);
  const pieces = lineOf(view.frames, view.signal, unit, view.columns, [
    Math.max(0, first - 1),
    end + 1 > first ? Math.min(end + 1, Math.ceil(view.frames.length / view.columns.bin)) : end,
  ]);
  context.strokeStyle = style.borderTopColor;
  context.lineWidth = 1;
  context.beginPath();
  for (const v of low < 0 ? [low, 0, high] : [low, high]) {
    context.moveTo(0, Math.round(y(v)) + 0.5);
    context.lineTo(width, Math.round(y(v)) + 0.5);
  }
  context.stroke();
  if (view.ghost) {
    context.strokeStyle = style.color;
    context.globalAlpha = 0.6;
    context.setLineDash([4, 3]);
    const whole: readonly [number, number] = [Math.max(0, first - 1), Math.min(end + 1, view.frames.length)];
    for (const piece of lineOf(view.ghost, view.signal, unit, view.columns, whole)) {
      context.beginPath();
      for (const { x, low: a } of piece) context.lineTo(x - left, y(Math.min(high, Math.max(low, a))));
      context.stroke();
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }
  context.strokeStyle = context.fillStyle = style.color;
  context.lineWidth = 1.75;
  context.lineJoin = 'round';
  twice(context, future, width, height, () => {
    for (const piece of pieces) {
      context.beginPath();
      for (const { x, low: a, high: b } of piece) {
        context.lineTo(x - left, y(a));
        if (b !== a) context.lineTo(x - left, y(b));
      }
      context.stroke();
      if (view.columns.width >= 10 || piece.length === 1)
        for (const { x, low: a } of piece) {
          context.beginPath();
          context.arc(x - left, y(a), 2.5, 0, 2 * Math.PI);
          context.fill();
        }
    }
  });
}
