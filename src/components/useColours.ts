import { useMemo } from 'react';
import { useGatescope } from '../store/context.tsx';
import { gateColour, gradientColour, type ScaleKind, signedColour } from '../theme/colour.ts';
import { useMedia } from './useMedia.ts';

/** Whether the instance is shown on a dark ground. */
export function useDark(): boolean {
  const theme = useGatescope((state) => state.view.theme);
  const system = useMedia('(prefers-color-scheme: dark)');
  return theme === 'dark' || (theme === 'auto' && system);
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
