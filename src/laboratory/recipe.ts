import { mainCells } from '../cells/index.ts';

/** The common settings of the runs at one point of the laboratory. */
export interface PointSettings {
  readonly gap: number;
  /** The bias with which the gates on the direct path start: each keeps σ of it. Of no effect without such gates. */
  readonly opening: number;
  /** The number of learned parameters in each network, its head included: H is chosen to come as close as possible. */
  readonly parameters: number;
  readonly updates: number;
  readonly rate: number;
  /** The runs, with seeds 1 to this one. */
  readonly seeds: number;
}

/** The cells that are compared. */
export const labCells: readonly string[] = mainCells.map(({ id }) => id);

/** The gaps and openings at which every cell is measured and shipped. */
export const gaps: readonly number[] = [2, 5, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200];
export const openings: readonly number[] = [0, 1, 4];

/** The training settings of the shipped points; of the learning rates each point takes the one with the better mean. */
export const shipped = { parameters: 600, updates: 1500, seeds: 5, rates: [0.003, 0.01] } as const;

/** Sequences an update, and sequences on which a trained network is measured. */
export const BATCH = 32;
export const MEASURED = 500;

/** The limits of what a reader may set. */
export const limits = {
  gap: [0, 200],
  opening: [-10, 10],
  parameters: [50, 4000],
  updates: [1, 20_000],
  rate: [0.000_01, 1],
  seeds: [1, 20],
} as const satisfies Readonly<Record<keyof PointSettings, readonly [number, number]>>;
