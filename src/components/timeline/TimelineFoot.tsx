import { Legend } from '../charts/Legend.tsx';

interface TimelineFootProps {
  /** What is pointed at or selected, in words. */
  readonly reading: string;
  /** Whether a change of it is read out. */
  readonly spoken: boolean;
  /** The id by which the strips name their help. */
  readonly helpId: string;
  /** The largest gradient where the strips show gradients; otherwise null. */
  readonly largest: number | null;
  /** Whether the colour scales are explained here. */
  readonly legend: boolean;
  readonly dark: boolean;
}

/** Below the strips: the number pointed at, how to move, and where it is wanted the key to the colours. */
export function TimelineFoot({ reading, spoken, helpId, largest, legend, dark }: TimelineFootProps) {
  const kinds = largest === null ? (['gate', 'signed'] as const) : (['gradient'] as const);
  return (
    <footer className="timeline-foot">
      <output className="timeline-reading" aria-live={spoken ? 'polite' : 'off'}>
        {reading}
      </output>
      <p id={helpId} className="timeline-help">
        Left and right change the timestep, up and down the unit
        {largest === null ? '; what is still to come is pale' : ''}.
      </p>
      {legend && kinds.map((kind) => <Legend key={kind} kind={kind} dark={dark} unit={largest || 1} />)}
    </footer>
  );
}
