import { type Box, overlaps } from '../../figure/measures.ts';

const GAP = 8;

/**
 * The upper left corner of a tooltip beside what it describes: above, below, right or left of it, the first of these
 * that lies within the bounds and clear of what must stay readable; else above, pushed into the bounds.
 */
export function placeTip(
  anchor: Box,
  { width, height }: Pick<Box, 'width' | 'height'>,
  bounds: Box,
  readable: readonly Box[],
): Pick<Box, 'x' | 'y'> {
  const middle = { x: anchor.x + (anchor.width - width) / 2, y: anchor.y + (anchor.height - height) / 2 };
  const inside = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high));
  const x = inside(bounds.x, middle.x, bounds.x + bounds.width - width);
  const y = inside(bounds.y, middle.y, bounds.y + bounds.height - height);
  const spots = [
    { x, y: anchor.y - GAP - height },
    { x, y: anchor.y + anchor.height + GAP },
    { x: anchor.x + anchor.width + GAP, y },
    { x: anchor.x - GAP - width, y },
  ];
  const fits = (spot: Pick<Box, 'x' | 'y'>): boolean =>
    spot.x >= bounds.x &&
    spot.y >= bounds.y &&
    spot.x + width <= bounds.x + bounds.width &&
    spot.y + height <= bounds.y + bounds.height &&
    !readable.some((box) => overlaps(box, { ...spot, width, height }));
  return spots.find(fits) ?? { x, y: Math.max(bounds.y, spots[0].y) };
}
