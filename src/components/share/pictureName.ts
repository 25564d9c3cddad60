import type { Ground } from '../../theme/palette.ts';

/** The name of the file in which the diagram of a timestep is saved. */
export const pictureName = (cell: string, t: number, ground: Ground, ending: string): string =>
  `gatescope-${cell}-t${t}-${ground}.${ending}`;
