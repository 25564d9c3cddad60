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

/** The state of the picture at a moment, without its colours; a head of null follows the player. */
export function pictureStateOf(
  { cell, tape, encoded }: Pick<Derived, 'cell' | 'tape' | 'encoded'>,
  gradient: Gradient | null,
  { cursor: { t, position }, selection, hover, view }: Shown,
): Omit<PictureState, 'colour' | 'head'> & { readonly head: number | null } {
  const asked = hover ?? selection.signal;
  const shown = gradient?.adjoint ?? tape;
  const last = cell.signals[Math.max(0, position - 1)];
  const between = position > 0 && position < cell.signals.length;
  return {
    read: (ref, shift) => {
      const at = t + shift;
      if (ref.kind === 'previous' && t === 0 && shift === 0) return shown.values(ref.id, 0);
      // gradients are known for the whole sequence, values up to the timestep shown
      return at < 1 || at > (gradient ? tape.length : t) ? null : shown.read(ref, at);
    },
    // a gradient takes the whole run: nothing of it is still to come
    head: gradient ? cell.signals.length : null,
    unit: selection.unit,
    stage: view.granularity === 'timestep' || !between ? null : last.info.stage,
    lit: new Set(asked ? [asked] : []),
    inputs: new Set(asked ? inputsOf(cell, asked) : []),
    token: (shift) => encoded.tokens[t + shift - 1] ?? null,
    length: colouringOf(cell, gradient).length,
  };
}
