import { useMemo } from 'react';
import { type Cell, cellOf } from '../cell/cell.ts';
import { declarationOf } from '../cells/index.ts';
import { fittingOptions } from '../io/cellChoice.ts';
import { useGatescope } from '../store/context.tsx';

/** The cell shown before the last switch, or null. */
export function useBefore(): Cell | null {
  const id = useGatescope(({ before }) => before?.cell);
  const options = useGatescope(({ before }) => before?.options);
  return useMemo(() => {
    const declaration = id && declarationOf(id);
    return declaration && options ? cellOf(declaration, fittingOptions(declaration, options)) : null;
  }, [id, options]);
}
