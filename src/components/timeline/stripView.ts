import type { ScaleKind } from '../../theme/colour.ts';
import type { Columns } from './columns.ts';
import type { Frames } from './frames.ts';

/** The view of a strip. All but `computed` and `unit` decide its tiles. */
export interface StripView {
  readonly frames: Frames;
  readonly signal: string;
  readonly kind: ScaleKind;
  /** The number that is coloured as 1; default 1. */
  readonly one?: number | undefined;
  readonly order: readonly number[];
  readonly dark: boolean;
  readonly columns: Columns;
  readonly rowHeight: number;
  /** The last timestep at which the signal is computed at the moment shown; what follows is pale. */
  readonly computed: number;
  /** The unit drawn as a line, or null for the heat strip. */
  readonly unit: number | null;
  /** Another run, which is outlined where it differs: dashed beside a line, around the cells of a heat strip. */
  readonly ghost?: Frames | null;
}

/** The height of a strip in CSS pixels: that of its rows, or of a line. */
export const stripHeightOf = ({ unit, rowHeight, order }: StripView): number =>
  unit === null ? rowHeight * order.length : 72;

/** True if both views are drawn from the same tiles. */
export function sameTiles(a: StripView, b: StripView): boolean {
  return (
    a.frames === b.frames &&
    a.ghost === b.ghost &&
    a.signal === b.signal &&
    a.kind === b.kind &&
    a.one === b.one &&
    a.order === b.order &&
    a.dark === b.dark &&
    a.columns.bin === b.columns.bin
  );
}
