/** The name of the file in which the diagram of a timestep is saved; `look` is what distinguishes it from others of that moment. */
export const pictureName = (cell: string, t: number, look: string, ending: string): string =>
  `gatescope-${cell}-t${t}-${look}.${ending}`;
