import type { ReactNode } from 'react';
import { useGatescope } from '../store/context.tsx';
import { Boundary } from './Boundary.tsx';

/** A boundary around one part of an instance: what failed is tried again when another moment is shown. */
export function PartBoundary({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const inputs = useGatescope((state) => state.inputs);
  const cursor = useGatescope((state) => state.cursor);
  const selection = useGatescope((state) => state.selection);
  const view = useGatescope((state) => state.view);
  return (
    <Boundary name={name} inputs={[inputs, cursor, selection, view]}>
      {children}
    </Boundary>
  );
}
