import type { ScaleKind } from './colour.ts';

/** The values that a legend names, lowest first; gradients relative to the largest. */
export const ticks: Readonly<Record<ScaleKind, readonly number[]>> = {
  gate: [0, 0.25, 0.5, 0.75, 1],
  signed: [-10, -1, -0.5, 0, 0.5, 1, 10],
  gradient: [-1, -1e-3, 0, 1e-3, 1],
};
