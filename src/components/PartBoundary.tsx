import { type ReactNode, useEffect, useState } from 'react';
import { useGatescope } from '../store/context.tsx';
import { Boundary } from './Boundary.tsx';

interface PartBoundaryProps {
  /** The part in words; without it a boundary elsewhere says that its code did not come. */
  readonly name?: string;
  readonly children: ReactNode;
}

/** A boundary around one part of an instance: what failed is tried again when another moment is shown. */
export function PartBoundary({ name, children }: PartBoundaryProps) {
  const [tried, setTried] = useState(0);
  return (
    <Boundary name={name} inputs={[tried]} failed={<AtAnotherMoment onChange={() => setTried((n) => n + 1)} />}>
      {children}
    </Boundary>
  );
}

/** Calls back as soon as another moment is shown. Only what failed listens, so that a step renders no boundary. */
function AtAnotherMoment({ onChange }: { readonly onChange: () => void }) {
  const inputs = useGatescope((state) => state.inputs);
  const cursor = useGatescope((state) => state.cursor);
  const selection = useGatescope((state) => state.selection);
  const view = useGatescope((state) => state.view);
  const [first] = useState({ inputs, cursor, selection, view });
  const same =
    first.inputs === inputs && first.cursor === cursor && first.selection === selection && first.view === view;
  useEffect(() => {
    if (!same) onChange();
  });
  return null;
}
