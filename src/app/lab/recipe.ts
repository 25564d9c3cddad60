import { mainCells } from '../../cells/index.ts';

/** What one point of the laboratory is trained with. */
export interface PointSettings {
  readonly gap: number;
  /** How many numbers each network may learn, its head included: H is chosen to come as close as can be. */
  readonly parameters: number;
  readonly updates: number;
  readonly rate: number;
  /** Seeds 1 to this one, a run each. */
  readonly seeds: number;
}

/** The cells that are compared. */
export const labCells: readonly string[] = mainCells.map(({ id }) => id);

/** The gaps that are measured and shipped: the places of the slider. */
export const gaps: readonly number[] = [2, 5, 10, 15, 20, 30, 40, 60, 80, 100];

/** The settings of what is shipped, but for the gap. */
export const shipped: Omit<PointSettings, 'gap'> = { parameters: 1500, updates: 1500, rate: 0.005, seeds: 5 };

/** The limits of what a reader may set. */
export const limits = {
  gap: [0, 200],
  parameters: [50, 20_000],
  updates: [1, 20_000],
  rate: [0.000_01, 1],
  seeds: [1, 20],
} as const satisfies Readonly<Record<keyof PointSettings, readonly [number, number]>>;
