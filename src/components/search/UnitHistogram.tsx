import type { Histogram } from '../../analysis/unitProfile.ts';
import { displayed } from '../../notation/number.ts';

/** A histogram of a unit's values, with its mean. */
export function UnitHistogram({ histogram }: { readonly histogram: Histogram }) {
  const { low, high, mean, counts } = histogram;
  const most = Math.max(1, ...counts);
  const at = high > low ? (100 * (mean - low)) / (high - low) : 50;
  return (
    <figure className="unit-histogram">
      <figcaption>Distribution of its values</figcaption>
      <svg
        viewBox={`0 0 ${counts.length} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Values from ${displayed(low)} to ${displayed(high)}, on average ${displayed(mean)}`}
      >
        {counts.map((count, k) => (
          <rect key={k} x={k + 0.06} width={0.88} y={1 - count / most} height={count / most} />
        ))}
      </svg>
      <p className="spread" aria-hidden="true">
        <span>{displayed(low)}</span>
        <span className="mean" style={{ insetInlineStart: `${at}%` }} />
        <span>mean {displayed(mean)}</span>
        <span>{displayed(high)}</span>
      </p>
    </figure>
  );
}
