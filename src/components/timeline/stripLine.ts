import { axisOf, lineOf, lineY } from './line.ts';
import { withPaleFuture } from './paleFuture.ts';
import type { StripView } from './stripView.ts';

/** Draws one unit as a line between the limits of its scale, dashed for the ghost. */
export function drawLine(
  context: CanvasRenderingContext2D,
  view: StripView,
  unit: number,
  [first, end]: readonly [number, number],
  left: number,
  future: number,
  width: number,
  height: number,
): void {
  const axis = axisOf(view.frames, view.signal, unit, view.kind);
  const [low, high] = axis;
  const y = (v: number): number => lineY(v, axis, height);
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
  withPaleFuture(context, future, width, height, () => {
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
