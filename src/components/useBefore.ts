import { useMemo } from 'react';
import { type Cell, cellOf } from '../cell/cell.ts';
import { declarationOf } from '../cells/index.ts';
import { fittingOptions } from '../io/cellChoice.ts';
import { useGatescope } from '../store/context.tsx';

/** The cell shown before the last switch, or null. */
export function useBefore(): Cell | null {
  const before = useGatescope((state) => state.before);
  return useMemo(() => {
    const declaration = before && declarationOf(before.cell);
    return declaration ? cellOf(declaration, fittingOptions(declaration, before.options)) : null;
  }, [before]);
}
