import type { ReactNode } from 'react';
import { displayed } from '../../notation/number.ts';
import type { Range } from '../../ops/op.ts';
import { tokenLabel } from '../../text/tokens.ts';
import { type ChartLine, LineChart } from '../charts/LineChart.tsx';

export interface CourseChartProps {
  /** Name of the value, such as “cell state of unit 2”. */
  readonly name: string;
  /** The ends of the axis, as in the strips. */
  readonly axis: Range;
  /** The computed values just before those that are asked for. */
  readonly known: readonly number[];
  /** The first timestep that is asked for, from 1. */
  readonly first: number;
  /** The tokens of the sequence, one a timestep. */
  readonly tokens: readonly string[];
  /** One guess for each timestep that is asked for; null where there is none yet. */
  readonly guesses: readonly (number | null)[];
  /** The computed values of the timesteps that are asked for; null before the reader has committed to guesses. */
  readonly values: readonly number[] | null;
  /** Content over the plot. */
  readonly over?: ReactNode;
  /** Content beside the number of guesses. */
  readonly children?: ReactNode;
}

/** The strip of one value: what is computed, what the reader guesses and, once committed, the gaps between the two. */
export function CourseChart({ name, axis, known, first, tokens, guesses, values, over, children }: CourseChartProps) {
  const [low, high] = axis;
  const begin = first - known.length;
  const end = first + guesses.length;
  const times = Array.from({ length: end - begin }, (_, k) => begin + k);
  const labels = times.map((t) => tokenLabel(tokens[t - 1]));
  const readable = labels.every((label) => [...label].length <= 2);
  const made = guesses.flatMap((guess, k) => (guess === null ? [] : [[first + k, guess] as const]));
  const computed = [...known, ...(values ?? [])].map((value, k) => [begin + k, value] as const).filter(isFinitePoint);
  const last = computed.findLast(([t]) => t === first - 1);
  const own = made.length === guesses.length && last ? [last, ...made] : made;
  const lines: ChartLine[] = [
    ...made.flatMap(([t, guess]): ChartLine[] => {
      const value = values?.[t - first];
      return value === undefined || !Number.isFinite(value)
        ? []
        : [
            {
              name: `gap ${t}`,
              tone: 'gap',
              points: [
                [t, guess],
                [t, value],
              ],
            },
          ];
    }),
    { name: 'computed', tone: 'main', points: computed, dots: true },
    { name: 'your guess', tone: 'own', points: own, dots: values !== null },
  ];
  return (
    <div className="course stack tight">
      <LineChart
        title={`${name[0].toUpperCase()}${name.slice(1)}`}
        x={{
          label: readable ? 'token' : 'timestep',
          domain: [begin - 0.5, end - 0.5],
          ticks: times,
          format: (t) => (readable ? labels[t - begin] : String(t)),
        }}
        y={{ label: name, domain: [low, high], ticks: low < 0 ? [low, 0, high] : [low, high], format: displayed }}
        lines={lines}
        summary={
          values
            ? guesses.map((guess, k) => saidOf(first + k, guess, values[k])).join('; ')
            : `The ${name}${known.length > 0 ? ` from timestep ${begin} to ${first - 1}: ${known.map((value) => displayed(value)).join(', ')}` : ', not computed yet'}`
        }
        over={over}
      />
      {children && (
        <div className="row spread">
          <span className="hint">
            {guesses.length === 1 ? 'Drag the mark' : `${made.length} of ${guesses.length} drawn`}
            <span className="by-keys">
              {guesses.length === 1 ? ', or use ↑ and ↓' : ', by pointer or with ← → ↑ ↓'}
            </span>
          </span>
          {children}
        </div>
      )}
    </div>
  );
}

const isFinitePoint = ([, value]: readonly [number, number]): boolean => Number.isFinite(value);

const saidOf = (t: number, guess: number | null, value: number): string =>
  `At timestep ${t} ${guess === null ? '' : `you said ${displayed(guess)}, `}it is ${displayed(value)}`;
