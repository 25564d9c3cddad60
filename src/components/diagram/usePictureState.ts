import { useMemo } from 'react';
import type { PictureState } from '../../figure/paint.ts';
import { useDerived, useGatescope, useGradient, useInstance } from '../../store/context.tsx';
import { useColours } from '../useColours.ts';
import { colouringOf } from './colouring.ts';
import { litBy, progressAt, valuesAt } from './pictureState.ts';

/**
 * The present state of the instance as its picture shows it; the head may be that of a running motion. Parts of it that did not
 * change stay the same, so that nothing they show is painted again.
 */
export function usePictureState(): (playhead: { readonly head: number } | null) => PictureState {
  const derived = useDerived();
  const { cursor, selection, hover, view } = useGatescope((state) => state);
  const instance = useInstance();
  const colours = useColours();
  const gradient = useGradient();
  const { cell } = derived;
  const asked = hover ?? selection.signal;
  const values = useMemo(() => valuesAt(derived, gradient, cursor.t), [derived, gradient, cursor.t]);
  const lit = useMemo(() => litBy(cell, asked), [cell, asked]);
  const colour = useMemo(() => {
    const { scale, relative } = colouringOf(cell, gradient);
    return (key: string, value: number): string => colours[scale(key)](relative(value));
  }, [cell, gradient, colours]);
  const { head, stage } = progressAt(cell, gradient, { cursor, view });
  return (playhead) => ({
    ...values,
    ...lit,
    colour,
    unit: selection.unit,
    stage,
    head: head ?? (playhead ?? instance.playhead).head,
  });
}
