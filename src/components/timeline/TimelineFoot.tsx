import type { ScaleKind } from '../../theme/colour.ts';
import { Legend, Ramp } from '../charts/Legend.tsx';
import { NOTHING_READ } from './reading.ts';

interface TimelineFootProps {
  /** The value under the pointer or selected, in words. */
  readonly reading: string;
  /** True if a change of it is read out. */
  readonly spoken: boolean;
  /** The largest gradient where the strips show gradients; otherwise null. */
  readonly largest: number | null;
  /** The colour scales of the strips. */
  readonly kinds: readonly ScaleKind[];
  readonly dark: boolean;
}

/** The number pointed at, and between which ends its colours run. */
export function TimelineReading({ reading, spoken, kinds, dark }: Omit<TimelineFootProps, 'largest'>) {
  return (
    <>
      <output
        className="truncated timeline-reading"
        data-idle={reading === NOTHING_READ || undefined}
        aria-live={spoken ? 'polite' : 'off'}
      >
        {reading}
      </output>
      {kinds.map((kind) => (
        <Ramp key={kind} kind={kind} dark={dark} />
      ))}
    </>
  );
}

/** Below the strips: the number pointed at and, where it is wanted, the key to the colours. */
export function TimelineFoot({
  reading,
  spoken,
  largest,
  kinds,
  dark,
  legend,
}: TimelineFootProps & { readonly legend: boolean }) {
  return (
    <footer className="row hint">
      <output className="timeline-reading" aria-live={spoken ? 'polite' : 'off'}>
        {reading}
      </output>
      {legend && kinds.map((kind) => <Legend key={kind} kind={kind} dark={dark} unit={largest || 1} />)}
    </footer>
  );
}
