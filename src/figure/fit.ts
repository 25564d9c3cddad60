/** Two consecutive places and their minimum distance. */
export interface Apart {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/** Even places without anything between them stay apart by this much. */
const LEAST = 2;

/**
 * Places 0 to `count` on a line: as far apart as demanded, within `room` (or as little more as the demands need), and as
 * near to an even distribution as they allow.
 */
export function fitted(count: number, demands: readonly Apart[], room: number): number[] {
  const all: Apart[] = [...demands, ...Array.from({ length: count }, (_, k) => ({ from: k, to: k + 1, by: LEAST }))];
  const low = new Array<number>(count + 1).fill(0);
  for (let k = 1; k <= count; k++)
    low[k] = Math.max(...all.filter(({ to }) => to === k).map(({ from, by }) => low[from] + by));
  const length = Math.max(room, low[count]);
  const high = new Array<number>(count + 1).fill(length);
  for (let k = count - 1; k >= 0; k--)
    high[k] = Math.min(...all.filter(({ from }) => from === k).map(({ to, by }) => high[to] - by));
  const places = [0];
  for (let k = 1; k <= count; k++) {
    const least = Math.max(...all.filter(({ to }) => to === k).map(({ from, by }) => places[from] + by));
    places.push(k === count ? length : Math.round(Math.min(high[k], Math.max(least, (k * length) / count))));
  }
  return places;
}
