/** The measures of the picture, in SVG user units. */
export const measures = {
  /** One lattice step to the right and down. */
  column: 36,
  row: 46,
  ribbon: 24,
  corner: 15,
  layer: { width: 84, height: 56 },
  circle: 21,
  ellipse: { rx: 40, ry: 21 },
  /** A concatenation of one row. */
  join: { width: 12, height: 34 },
  bubble: 32,
  arrow: 12,
  /** A wire runs straight for at least so long before the arrowhead's base. */
  straight: 2,
  /** Between a wire and the ends of the wire it passes over. */
  clearance: 5,
  /** The reach of the chain's wires beyond the body: the gap to the neighbouring cells. */
  gap: 74,
  /** A neighbouring cell, the gap to the one beyond it and the cut end of its wires, and its bubbles. */
  neighbour: { width: 76, gap: 46, end: 18, bubble: 27 },
  /** The narrowest lane of one unit; where units are narrower, pools of them share lanes of at least this width. */
  lane: 1.5,
  pool: 3,
} as const;

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function overlaps(a: Box, b: Box, margin = 0): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}
