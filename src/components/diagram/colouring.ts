import type { Cell } from '../../cell/cell.ts';
import { scalesOf } from '../../figure/signals.ts';
import type { Gradient } from '../../store/gradient/gradient.ts';
import { positionOf, type ScaleKind } from '../../theme/colour.ts';

/** The colouring of a picture: values on the scale of their signal, or gradients on one scale for all. */
export interface Colouring {
  readonly scale: (key: string) => ScaleKind;
  /** A number as its scale takes it: gradients relative to the largest. */
  readonly relative: (value: number) => number;
  /** The length of a bar, where it is not the value. */
  readonly length?: ((value: number) => number) | undefined;
}

/** The colouring of values, or of a gradient. */
export function colouringOf(cell: Cell, gradient: Gradient | null): Colouring {
  if (!gradient) return { scale: scalesOf(cell), relative: (value) => value };
  const relative = (value: number): number => value / (gradient.largest || 1);
  const length = (value: number): number => (Number.isFinite(value) ? positionOf('gradient', relative(value)) : 0);
  return { scale: () => 'gradient', relative, length };
}
