import { tableOf } from '../../theme/colour.ts';
import { visibleColumns } from './columns.ts';
import { withPaleFuture } from './paleFuture.ts';
import { drawLine } from './stripLine.ts';
import { clearGaps, drawBroken, outlineGhost } from './stripMarks.ts';
import { type StripView, sameTiles } from './stripView.ts';
import { tileColumns, tileOf } from './tile.ts';

/** Paints the visible part of one strip. */
export interface StripPainter {
  /** Draws the window from `left`, `width` by `height` CSS pixels; false where tiles are still to be made after the deadline. */
  draw(view: StripView, left: number, width: number, height: number, deadline: number): boolean;
}

const kept = 40;

interface Painted {
  readonly bitmap: HTMLCanvasElement;
  readonly broken: readonly number[];
}

/** Draws one signal on a canvas from tiles that are made when first seen. */
export function createStripPainter(canvas: HTMLCanvasElement): StripPainter {
  const context = canvas.getContext('2d');
  const tiles = new Map<number, Painted>();
  let of: StripView | null = null;
  /** Key of the last completely drawn window; empty while tiles are missing. */
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
      // A step moves on in few signals; the strips of the others remain as they are.
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
        withPaleFuture(context, future, width, height, () => {
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
