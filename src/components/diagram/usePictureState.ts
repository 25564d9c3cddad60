import { useMemo } from 'react';
import type { PictureState } from '../../figure/paint.ts';
import { inputsOf } from '../../figure/signals.ts';
import { useDerived, useGatescope, useGradient, useInstance } from '../../store/context.tsx';
import { useColours } from '../useColours.ts';
import { colouringOf } from './colouring.ts';

/** The present state of the instance as its picture shows it; the head may be that of a running motion. */
export function usePictureState(): (playhead: { readonly head: number } | null) => PictureState {
  const { cell, tape, encoded } = useDerived();
  const { cursor, selection, hover, view } = useGatescope((state) => state);
  const instance = useInstance();
  const colours = useColours();
  const gradient = useGradient();
  return useMemo(() => {
    const asked = hover ?? selection.signal;
    const { scale, relative, length } = colouringOf(cell, gradient);
    const shown = gradient?.adjoint ?? tape;
    const last = cell.signals[Math.max(0, cursor.position - 1)];
    const { t } = cursor;
    const between = cursor.position > 0 && cursor.position < cell.signals.length;
    const base = {
      read: (ref, shift) => {
        const at = t + shift;
        if (ref.kind === 'previous' && t === 0 && shift === 0) return shown.values(ref.id, 0);
        // gradients are known for the whole sequence, values up to the timestep shown
        return at < 1 || at > (gradient ? tape.length : t) ? null : shown.read(ref, at);
      },
      unit: selection.unit,
      stage: view.granularity === 'timestep' || !between ? null : last.info.stage,
      lit: new Set(asked ? [asked] : []),
      inputs: new Set(asked ? inputsOf(cell, asked) : []),
      token: (shift) => encoded.tokens[t + shift - 1] ?? null,
      colour: (key, value) => colours[scale(key)](relative(value)),
      length,
    } satisfies Omit<PictureState, 'head'>;
    // A gradient takes the whole run: nothing of it is still to come.
    const head = gradient ? cell.signals.length : null;
    return (playhead) => ({ ...base, head: head ?? (playhead ?? instance.playhead).head });
  }, [cell, tape, gradient, encoded, cursor, selection, hover, view.granularity, instance, colours]);
}
