import points from './data/accuracy.json';
import { type PointSettings, shipped } from './recipe.ts';

/** One point as it was measured: the share of right answers of each seed. */
export interface Point {
  readonly cell: string;
  readonly opening: number;
  readonly gap: number;
  readonly rate: number;
  readonly accuracy: readonly number[];
}

/** Everything that was measured. */
export const measured: readonly Point[] = points;

/** The measurements of a cell at every gap. A cell without gates on its direct path has no opening: it is the same at each. */
export function pointsOf(cell: string, opening: number): readonly Point[] {
  const own = measured.filter((point) => point.cell === cell);
  const opened = own.filter((point) => point.opening === opening);
  return opened.length > 0 ? opened : own;
}

/** The measurement of a cell at one gap; undefined if it was not measured. */
export function pointAt(cell: string, opening: number, gap: number): Point | undefined {
  return pointsOf(cell, opening).find((point) => point.gap === gap);
}

/** The training settings of a point without changes: as it was shipped, if it was. */
export function asShipped(cell: string, opening: number, gap: number): PointSettings {
  const rate = pointAt(cell, opening, gap)?.rate ?? shipped.rates[0];
  const { parameters, updates, seeds } = shipped;
  return { gap, opening, parameters, updates, rate, seeds };
}

/** The mean of some shares. */
export const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
