import { measures, type Pixel } from './measures.ts';

/** The path beside an orthogonal polyline at a distance to its right, with round corners. */
export function offsetPath(points: readonly Pixel[], offset: number): string {
  const directions = points.slice(1).map((b, k) => {
    const a = points[k];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return { x: (b.x - a.x) / length, y: (b.y - a.y) / length, length };
  });
  const at = (k: number): Pixel => {
    const before = directions[Math.max(0, k - 1)];
    const after = directions[Math.min(directions.length - 1, k)];
    const turned = before === after || (before.x === after.x && before.y === after.y);
    return {
      x: points[k].x - before.y * offset - (turned ? 0 : after.y * offset),
      y: points[k].y + before.x * offset + (turned ? 0 : after.x * offset),
    };
  };
  const start = at(0);
  let d = `M${start.x},${start.y}`;
  for (let k = 1; k < points.length - 1; k++) {
    const [before, after] = [directions[k - 1], directions[k]];
    const turn = Math.sign(before.x * after.y - before.y * after.x);
    const room = Math.min(before.length / (k === 1 ? 1 : 2), after.length / (k === points.length - 2 ? 1 : 2));
    const radius = Math.max(0.1, Math.min(measures.corner, room) - turn * offset);
    const { x, y } = at(k);
    d +=
      turn === 0
        ? `L${x},${y}`
        : `L${x - before.x * radius},${y - before.y * radius}A${radius},${radius},0,0,${turn > 0 ? 1 : 0},${x + after.x * radius},${y + after.y * radius}`;
  }
  const end = at(points.length - 1);
  return `${d}L${end.x},${end.y}`;
}
