import { announced } from '../../store/announced.ts';
import { useDerived, useGatescope, useGradient } from '../../store/context.tsx';
import { LiveRegion } from '../describe/LiveRegion.tsx';

/** Says each step in one sentence; of several runs it names the one that it is about. */
export function Announcer({ run }: { readonly run?: string }) {
  const derived = useDerived();
  const gradient = useGradient();
  const cursor = useGatescope((state) => state.cursor);
  const { unit } = useGatescope((state) => state.selection);
  const playing = useGatescope((state) => state.playing);
  const message = announced(derived, gradient, cursor, unit);
  return <LiveRegion message={run === undefined ? message : `${run}: ${message}`} silent={playing} />;
}
