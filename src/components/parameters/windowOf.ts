/** The part of a long row of cells that is worth rendering: the visible ones, a margin, and the one with focus. */
export function windowOf(
  scroll: number,
  viewport: number,
  size: number,
  count: number,
  active: number,
): readonly number[] {
  const margin = 2;
  const from = Math.max(0, Math.min(count - 1, Math.floor(scroll / size)) - margin);
  const to = Math.min(count, Math.ceil((scroll + viewport) / size) + margin);
  const shown = Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
  if (active < from) return [active, ...shown];
  return active >= to && active < count ? [...shown, active] : shown;
}

/** The scroll position nearest to the present one at which a cell is wholly visible. */
export function scrollTo(cell: number, size: number, scroll: number, viewport: number): number {
  return Math.min(cell * size, Math.max(scroll, (cell + 1) * size - viewport));
}
