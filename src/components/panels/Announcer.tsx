import { announced } from '../../store/announced.ts';
import { useDerived, useGatescope, useGradient } from '../../store/context.tsx';
import { LiveRegion } from '../describe/LiveRegion.tsx';

interface AnnouncerProps {
  /** The letter of the run, where several are compared. */
  readonly run?: string;
  /** The end of the run in words, once the others are past it. */
  readonly end?: string | null;
}

/** Says each step in one sentence; of several runs it names the one that it is about. */
export function Announcer({ run, end = null }: AnnouncerProps) {
  const derived = useDerived();
  const gradient = useGradient();
  const cursor = useGatescope((state) => state.cursor);
  const { unit } = useGatescope((state) => state.selection);
  const playing = useGatescope((state) => state.playing);
  const message = end ?? announced(derived, gradient, cursor, unit);
  return <LiveRegion message={run === undefined ? message : `${run}: ${message}`} silent={playing} />;
}
