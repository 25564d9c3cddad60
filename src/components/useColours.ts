import { useMemo } from 'react';
import { useGatescope } from '../store/context.tsx';
import { gateColour, gradientColour, type ScaleKind, signedColour } from '../theme/colour.ts';
import { useDarkGround } from './useMedia.ts';

/** True if the instance is shown on a dark ground. */
export function useDark(): boolean {
  return useDarkGround(useGatescope((state) => state.view.theme));
}

/** The three colour scales for the ground that the instance is shown on. */
export function useColours(): Readonly<Record<ScaleKind, (value: number) => string>> {
  const dark = useDark();
  return useMemo(
    () => ({
      gate: (v) => gateColour(v, dark),
      signed: (v) => signedColour(v, dark),
      gradient: (v) => gradientColour(v, dark),
    }),
    [dark],
  );
}
