import type { CodedAnswer } from '../../grades/answerCode.ts';
import { displayed } from '../../notation/number.ts';

interface Props {
  readonly low: number;
  readonly high: number;
  readonly answers: readonly CodedAnswer[];
}

/** The bars between the ends of the axis. */
const BINS = 20;
const HEIGHT = 24;

/** The distribution of the guesses over their axis: those who were sure at the bottom, the others above. */
export function ValueTally({ low, high, answers }: Props) {
  const bins = Array.from({ length: BINS }, (_, k) => {
    const those = answers.filter(({ step }) => Math.min(Math.floor((step * BINS) / 100), BINS - 1) === k);
    const sure = those.filter((answer) => answer.sure).length;
    return { sure, unsure: those.length - sure, from: low + ((high - low) * k) / BINS };
  });
  const most = Math.max(1, ...bins.map(({ sure, unsure }) => sure + unsure));
  const at = (k: number): number => 2 + (96 * k) / BINS;
  const tall = (count: number): number => (HEIGHT * count) / most;
  const words = bins
    .filter(({ sure, unsure }) => sure + unsure > 0)
    .map(
      ({ sure, unsure, from }) =>
        `${sure + unsure} from ${displayed(from)} to ${displayed(from + (high - low) / BINS)}, ${sure} sure`,
    );
  const base = HEIGHT + 3;
  return (
    <svg
      className="value-tally"
      viewBox={`0 0 100 ${HEIGHT + 8}`}
      role="img"
      aria-label={`Guesses: ${words.join('; ')}`}
    >
      {bins.map(({ sure, unsure, from }, k) => (
        <g key={from}>
          <rect className="sure" x={at(k) + 0.3} width={96 / BINS - 0.6} y={base - tall(sure)} height={tall(sure)} />
          <rect
            className="unsure"
            x={at(k) + 0.3}
            width={96 / BINS - 0.6}
            y={base - tall(sure + unsure)}
            height={tall(unsure)}
          />
        </g>
      ))}
      <line className="axis" x1={2} x2={98} y1={base} y2={base} />
      <text x={2} y={base + 4.5}>
        {displayed(low)}
      </text>
      <text x={98} y={base + 4.5} textAnchor="end">
        {displayed(high)}
      </text>
    </svg>
  );
}
