import type { Begun } from './begun.ts';

const GAP = 8;

/** Moves what lies over the page beside the place that it is about: below it, else above, always within the window. */
export function placePopover(popover: HTMLElement, anchor: Begun['anchor']): void {
  const { width, height } = popover.getBoundingClientRect();
  const within = (value: number, room: number): number => Math.max(GAP, Math.min(value, room - GAP));
  const below = anchor.y + anchor.height + GAP;
  const y = below + height > window.innerHeight - GAP ? anchor.y - height - GAP : below;
  popover.style.left = `${within(anchor.x + (anchor.width - width) / 2, window.innerWidth - width)}px`;
  popover.style.top = `${within(y, window.innerHeight - height)}px`;
}
