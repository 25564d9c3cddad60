import { useMemo } from 'react';
import type { PictureState } from '../../figure/paint.ts';
import { useDerived, useGatescope, useGradient, useInstance } from '../../store/context.tsx';
import { useColours } from '../useColours.ts';
import { colouringOf } from './colouring.ts';
import { pictureStateOf } from './pictureState.ts';

/** The present state of the instance as its picture shows it; the head may be that of a running motion. */
export function usePictureState(): (playhead: { readonly head: number } | null) => PictureState {
  const derived = useDerived();
  const { cursor, selection, hover, view } = useGatescope((state) => state);
  const instance = useInstance();
  const colours = useColours();
  const gradient = useGradient();
  return useMemo(() => {
    const { scale, relative } = colouringOf(derived.cell, gradient);
    const base = pictureStateOf(derived, gradient, { cursor, selection, hover, view });
    const colour = (key: string, value: number): string => colours[scale(key)](relative(value));
    return (playhead) => ({ ...base, colour, head: base.head ?? (playhead ?? instance.playhead).head });
  }, [derived, gradient, cursor, selection, hover, view, instance, colours]);
}
