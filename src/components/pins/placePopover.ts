import type { Begun } from './begun.ts';

const GAP = 8;
/** The share of a picture's width that may be covered: its last neighbours. */
const COVERED = 0.1;

/**
 * Moves what lies over the page beside the place that it is about, which stays in sight. A place in a picture is left
 * with all of the picture where there is room at the side of the window; otherwise it is below the place, above, right or
 * left of it, wherever there is room first, else where there is most. It is always within the window.
 */
export function placePopover(popover: HTMLElement, anchor: Begun['anchor'], pictures: readonly DOMRect[]): void {
  const { x, y, width, height } = anchor;
  const own = popover.getBoundingClientRect();
  const [right, bottom] = [window.innerWidth - GAP, window.innerHeight - GAP];
  const centre = { left: x + (width - own.width) / 2, top: y + (height - own.height) / 2 };
  const picture = pictures.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  const side = { left: right - own.width, top: centre.top };
  const below = { left: centre.left, top: y + height + GAP };
  const above = { left: centre.left, top: y - own.height - GAP };
  const after = { left: x + width + GAP, top: centre.top };
  const before = { left: x - own.width - GAP, top: centre.top };
  const places = [
    [side, picture ? side.left - picture.right + COVERED * picture.width : Number.NEGATIVE_INFINITY],
    [below, bottom - below.top - own.height],
    [above, above.top - GAP],
    [after, right - after.left - own.width],
    [before, before.left - GAP],
  ] as const;
  const [place] = places.find(([, room]) => room >= 0) ?? places.toSorted(([, a], [, b]) => b - a)[0];
  const within = (value: number, size: number, end: number): number => Math.max(GAP, Math.min(value, end - size));
  popover.style.left = `${within(place.left, own.width, right)}px`;
  popover.style.top = `${within(place.top, own.height, bottom)}px`;
}
