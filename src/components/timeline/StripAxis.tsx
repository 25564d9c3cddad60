import { displayed } from '../../notation/number.ts';

/** The ends of the axis of a line, beside it. */
export const StripAxis = ({ low, high }: { readonly low: number; readonly high: number }) => (
  <span className="timeline-axis" aria-hidden="true">
    <span>{displayed(high, 1)}</span>
    <span>{displayed(low, 1)}</span>
  </span>
);
