import type { Signal } from './cell.ts';

/** The scale on which a signal is coloured: from closed to open, or by sign and size. */
export type ColourScale = 'gate' | 'signed';

/** `gate` for gates and for signals that cannot leave [0, 1]; `signed` otherwise. */
export function colourScaleOf({ range: [low, high], info }: Pick<Signal, 'range' | 'info'>): ColourScale {
  return info.role === 'gate' || (low >= 0 && high <= 1) ? 'gate' : 'signed';
}
