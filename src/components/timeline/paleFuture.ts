/** The opacity of what is still to come. */
export const paleness = 0.3;

/** Draws left of `future` in full and right of it pale. */
export function withPaleFuture(
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
