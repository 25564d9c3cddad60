import type { Cell } from '../../cell/cell.ts';
import type { PictureState } from '../../figure/paint.ts';
import { inputsOf } from '../../figure/signals.ts';
import type { Derived } from '../../store/derive.ts';
import type { Gradient } from '../../store/gradient/gradient.ts';
import type { Cursor, Selection, View } from '../../store/state.ts';
import { colouringOf } from './colouring.ts';

/** The part of a state that a picture shows. */
interface Shown {
  readonly cursor: Cursor;
  readonly selection: Selection;
  readonly hover: string | null;
  readonly view: Pick<View, 'granularity'>;
}

/** The run that a picture shows. */
type Run = Pick<Derived, 'cell' | 'tape' | 'encoded'>;

/** The state that a picture shows of a timestep, with the lengths of its bars. */
export function valuesAt(
  { cell, tape, encoded }: Run,
  gradient: Gradient | null,
  t: number,
): Pick<PictureState, 'read' | 'token' | 'numbers' | 'length'> {
  const shown = gradient?.adjoint ?? tape;
  return {
    read: (ref, shift) => {
      const at = t + shift;
      if (ref.kind === 'previous' && t === 0 && shift === 0) return shown.values(ref.id, 0);
      // gradients are known for the whole sequence, values up to the timestep shown
      return at < 1 || at > (gradient ? tape.length : t) ? null : shown.read(ref, at);
    },
    token: (shift) => encoded.tokens[t + shift - 1] ?? null,
    numbers: encoded.scales.length > 0,
    length: colouringOf(cell, gradient).length,
  };
}

/** The signals that are lit up where the reader asks about a signal. */
export const litBy = (cell: Cell, asked: string | null): Pick<PictureState, 'lit' | 'inputs'> => ({
  lit: new Set(asked ? [asked] : []),
  inputs: new Set(asked ? inputsOf(cell, asked) : []),
});

/** The part of a timestep that is computed, and which of its stages is emphasised; a head of null follows the player. */
export function progressAt(
  cell: Cell,
  gradient: Gradient | null,
  { cursor: { position }, view }: Pick<Shown, 'cursor' | 'view'>,
): Pick<PictureState, 'stage'> & { readonly head: number | null } {
  const last = cell.signals[Math.max(0, position - 1)];
  const between = position > 0 && position < cell.signals.length;
  return {
    // a gradient takes the whole run: nothing of it is still to come
    head: gradient ? cell.signals.length : null,
    stage: view.granularity === 'timestep' || !between ? null : last.info.stage,
  };
}

/** The state of the picture at a moment, without its colours. */
export const pictureStateOf = (run: Run, gradient: Gradient | null, shown: Shown) => ({
  ...valuesAt(run, gradient, shown.cursor.t),
  ...litBy(run.cell, shown.hover ?? shown.selection.signal),
  ...progressAt(run.cell, gradient, shown),
  unit: shown.selection.unit,
});
