/** The durations of movements, in milliseconds; with reduced motion all of them are 0. */
export const durations = {
  /** Values running along the wires of one operation, at normal speed. */
  operation: 350,
  /** A whole timestep: its operations one after the other. */
  timestep: 1200,
  /** A highlight appearing or leaving. */
  highlight: 120,
  /** A change of layout: variant, zoom, folding. */
  layout: 600,
} as const;
