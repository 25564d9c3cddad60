import { displayed } from '../../notation/number.ts';

interface Props {
  /** The ends of the axis. */
  readonly low: number;
  readonly high: number;
  readonly guess: number;
  readonly value: number;
}

/** A guess and what was computed on one axis, and the gap between them. */
export function Gap({ low, high, guess, value }: Props) {
  const at = (x: number): number => 2 + (96 * (x - low)) / (high - low);
  return (
    <svg
      className="gap"
      viewBox="0 0 100 16"
      role="img"
      aria-label={`You said ${displayed(guess)}, it is ${displayed(value)}`}
    >
      <line className="axis" x1={at(low)} x2={at(high)} y1={8} y2={8} />
      <line className="between" x1={at(guess)} x2={at(value)} y1={8} y2={8} />
      <circle className="guess" cx={at(guess)} cy={8} r={2} />
      <circle className="value" cx={at(value)} cy={8} r={2} />
      <text x={at(low)} y={15}>
        {displayed(low)}
      </text>
      <text x={at(high)} y={15} textAnchor="end">
        {displayed(high)}
      </text>
    </svg>
  );
}
