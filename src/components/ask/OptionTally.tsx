import type { CodedAnswer } from '../../grades/answerCode.ts';

interface Props {
  readonly labels: readonly string[];
  readonly answers: readonly CodedAnswer[];
}

/** The largest number of options that are all shown; of more, those that nobody chose are left out. */
const FEW = 8;

/** The number of readers who chose each option, as bars: those who were sure, then those who were not. */
export function OptionTally({ labels, answers }: Props) {
  const counts = labels.map((label, k) => {
    const those = answers.filter(({ step }) => step === k);
    return { label, all: those.length, sure: those.filter(({ sure }) => sure).length };
  });
  const most = Math.max(1, ...counts.map(({ all }) => all));
  const width = (count: number): number => (100 * count) / most;
  return (
    <ul className="option-tally">
      {counts
        .filter(({ all }) => all > 0 || labels.length <= FEW)
        .map(({ label, all, sure }) => (
          <li key={label}>
            <span>{label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="sure" width={width(sure)} height={10} />
              <rect className="unsure" x={width(sure)} width={width(all - sure)} height={10} />
            </svg>
            <span>
              {all} <small>{all > 0 && `(${sure} sure)`}</small>
            </span>
          </li>
        ))}
    </ul>
  );
}
