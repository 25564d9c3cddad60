import { type Box, overlaps } from './measures.ts';

/** For each box one around it that is at least so large, as far as those of others leave room; none overlap. */
export function targetsOf(boxes: readonly Box[], least: number): Box[] {
  const targets = boxes.map((box) =>
    grown(box, Math.max(0, (least - box.width) / 2), Math.max(0, (least - box.height) / 2)),
  );
  for (const [k, a] of boxes.entries())
    for (let m = k + 1; m < boxes.length; m++) {
      const b = boxes[m];
      if (!overlaps(targets[k], targets[m])) continue;
      const [dx, dy] = [apart(a.x, a.width, b.x, b.width), apart(a.y, a.height, b.y, b.height)];
      // both end in the middle between the two boxes, on the axis that has more room
      const [first, second] = (dx >= dy ? a.x < b.x : a.y < b.y) ? [k, m] : [m, k];
      if (dx >= dy) {
        const middle = (boxes[first].x + boxes[first].width + boxes[second].x) / 2;
        targets[first] = { ...targets[first], width: middle - targets[first].x };
        targets[second] = { ...targets[second], x: middle, width: targets[second].x + targets[second].width - middle };
      } else {
        const middle = (boxes[first].y + boxes[first].height + boxes[second].y) / 2;
        targets[first] = { ...targets[first], height: middle - targets[first].y };
        targets[second] = {
          ...targets[second],
          y: middle,
          height: targets[second].y + targets[second].height - middle,
        };
      }
    }
  return targets;
}

const grown = ({ x, y, width, height }: Box, dx: number, dy: number): Box => ({
  x: x - dx,
  y: y - dy,
  width: width + 2 * dx,
  height: height + 2 * dy,
});

/** The room between two stretches of a line. */
const apart = (a: number, along: number, b: number, other: number): number => Math.max(a - b - other, b - a - along);
