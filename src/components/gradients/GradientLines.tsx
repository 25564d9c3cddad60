import { signalOf } from '../../notation/equation.ts';
import { displayed } from '../../notation/number.ts';
import { useGatescope } from '../../store/context.tsx';
import { objectiveLetter } from '../../store/gradient/objectiveName.ts';
import { withCommas } from '../../text/counts.ts';
import { raised } from '../../text/raised.ts';
import { inQuotes } from '../../text/tokens.ts';
import { type ChartLine, LineChart } from '../charts/LineChart.tsx';
import { type ComparedRun, RunsProvider, useRuns } from '../compare/runs.tsx';
import { gradientShares } from './gradientShares.ts';
import './gradients.css';

/** Smaller shares are drawn at the lower edge. */
const LEAST = -12;

/** The gradient of every run on its way back, in one chart, so that one that vanishes is seen beside one that does not. */
export function GradientLines() {
  return (
    <div className="gradient-lines">
      <RunsProvider>
        <Chart />
      </RunsProvider>
    </div>
  );
}

function Chart() {
  const runs = useRuns();
  const view = useGatescope((state) => state.view);
  const { t } = useGatescope((state) => state.cursor);
  const taken = runs.flatMap((run, k) => {
    const gradient = run.instance.takeGradient(run.derived, view);
    const shares = gradient && gradientShares(gradient);
    return gradient && shares ? [{ run, gradient, ...shares, tone: `series-${k + 1}` as const }] : [];
  });
  if (taken.length === 0) return null;
  const [{ gradient, run }] = taken;
  const { of } = gradient;
  const lines = taken.map(
    ({ run, state, shares, factor, tone }): ChartLine => ({
      name: `${nameOf(run, state)}: × ${displayed(factor)} a timestep`,
      tone,
      points: shares.map((share, k) => [k + 1, share]),
    }),
  );
  const sizes = taken.flatMap(({ shares }) => shares).filter((share) => share > 0 && Number.isFinite(share));
  const exponent = (size: number): number => Math.log10(size);
  const low = Math.max(LEAST, Math.floor(exponent(sizes.reduce((a, b) => Math.min(a, b)))));
  const high = Math.max(low + 1, Math.ceil(exponent(sizes.reduce((a, b) => Math.max(a, b)))));
  const { cell, predictions } = run.derived;
  const L =
    of.kind === 'class' && predictions
      ? `the answer ${inQuotes(predictions.head.outputs[of.output])}`
      : objectiveLetter(of, cell, predictions);
  const title = `How much of the gradient is left on its way back from ${L} at timestep ${of.t}`;
  return (
    <LineChart
      title={title}
      x={{ label: 'timestep', domain: [1, of.t], ticks: ends(of.t) }}
      y={{ label: 'share', domain: [Number(`1e${low}`), Number(`1e${high}`)], log: true, format: fraction }}
      lines={lines}
      mark={t >= 1 && t <= of.t ? { value: t, label: `t = ${t}` } : undefined}
      summary={`${title}. ${taken
        .map(({ run, state, shares }) => `${nameOf(run, state)}: ${displayed(shares[0])} at timestep 1`)
        .join('. ')}.`}
    />
  );
}

/** The ends of the way and round timesteps between them, none so close to an end that the numbers touch. */
const ends = (T: number): number[] => {
  const step = T > 40 ? 20 : 5;
  const round = Array.from({ length: Math.floor(T / step) }, (_, k) => (k + 1) * step);
  return [1, ...round.filter((t) => t > 1 && T - t > step / 3), T];
};

const nameOf = ({ derived: { cell } }: ComparedRun, state: string): string =>
  `${cell.name}, ${signalOf(cell, state).info.label}`;

/** A power of ten: 1/100, and 10⁻⁶ where it is smaller than a reader counts zeros. */
function fraction(value: number): string {
  if (value >= 1) return withCommas(Math.round(value));
  const exponent = Math.round(-Math.log10(value));
  return exponent <= 4 ? `1/${withCommas(10 ** exponent)}` : `10${raised(-exponent)}`;
}
