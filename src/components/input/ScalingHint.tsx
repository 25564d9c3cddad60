import { OPEN, SHUT, saturatedShare } from '../../analysis/saturation.ts';
import type { Sequence } from '../../io/sequence.ts';
import { displayed, percentage } from '../../notation/number.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { Button } from '../primitives/Button.tsx';

/** Magnitude beyond which numbers are too large for a cell without scaling. */
const FAR = 50;
/** The share of saturated gate values from which on numbers beyond 1 are too large for random weights. */
const MOST = 0.9;

/** Says that the numbers are too large for the cell, as measured in its run, and offers to scale them; nothing where they are not. */
export function ScalingHint({ onScale }: { readonly onScale: (sequence: Sequence) => void }) {
  const { sequence, weights } = useGatescope((state) => state.inputs);
  const { tape } = useDerived();
  if (sequence.kind !== 'numbers' || sequence.scaling !== 'none') return null;
  const largest = largestOf(sequence.rows);
  const share = saturatedShare(tape);
  const saturated = share !== null && share > MOST;
  // weights that were set or learned may want their gates so
  if (largest <= (saturated && weights.kind === 'seeded' && weights.preset === null ? 1 : FAR)) return null;
  return (
    <p className="hint">
      Cells work best with numbers near 1, and these reach {displayed(largest)}
      {saturated && `: ${percentage(share)} of the gate values of this run are below ${SHUT} or above ${OPEN}`}.{' '}
      <Button look="link" onClick={() => onScale({ ...sequence, scaling: 'standard' })}>
        Scale them
      </Button>
    </p>
  );
}

/** The largest size of a number in a table. */
function largestOf(rows: readonly (readonly number[])[]): number {
  let largest = 0;
  for (const row of rows) for (const value of row) largest = Math.max(largest, Math.abs(value));
  return largest;
}
