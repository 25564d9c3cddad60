import { firstWrong, type GradientFlow } from '../../analysis/gradientFlow.ts';
import type { Cell } from '../../cell/cell.ts';
import { type ChartLine, LineChart } from '../../components/charts/LineChart.tsx';
import { directWords, fate, gateOf, mainState, productOf, WRONG } from '../../laboratory/gradientWords.ts';
import type { FlowOf, LabNetwork } from '../../laboratory/networks.ts';
import { displayed } from '../../notation/number.ts';
import { raised } from '../../text/raised.ts';
import { Derivative } from './Derivative.tsx';

/** The exponents that a chart of norms has ticks at; what is beyond is drawn at its edge. The long way back needs more of them. */
const TICKS = [4, 0, -4, -8, -12].map((exponent) => Number(`1e${exponent}`));
const ticksFor = (distance: number): number[] => TICKS.slice(0, distance > 70 ? 5 : distance > 25 ? 4 : 3);
const power = (value: number): string => (value === 1 ? '1' : `10${raised(Math.round(Math.log10(value)))}`);

/** The least distance between names at the ends of lines: a line of text. */
const APART = 0.1;

interface FlowProps {
  readonly cell: Cell;
  readonly when: string;
  readonly flow: GradientFlow;
  readonly distance: number;
}

/** The gradient of one network on the way from the question back to the first symbol. */
function Flow({ cell, when, flow, distance }: FlowProps) {
  const main = mainState(flow, distance);
  const along = (values: Float64Array): ChartLine['points'] =>
    Array.from(values.subarray(0, distance + 1), (v, d) => [d, v] as const);
  const lines: ChartLine[] = flow.states.map((one) => ({
    name: one.state,
    tone: one === main ? 'main' : 'beside',
    points: along(one.total),
  }));
  const gate = gateOf(cell, main.state);
  if (main.direct) lines.push({ name: productOf(gate), tone: 'gate', points: along(main.direct) });
  const wrong = firstWrong(main, WRONG);
  const { word, why } = fate(main, distance);
  const direct = directWords(main, distance);
  const ticks = ticksFor(distance);
  return (
    <div className="stack flow">
      <LineChart
        title={
          <>
            {when}: <Derivative of={main.state} norm />
          </>
        }
        x={{ label: 'timesteps back, T − k', domain: [0, distance] }}
        y={{ label: 'norm', domain: [ticks[ticks.length - 1], ticks[0]], log: true, ticks, format: power }}
        lines={lines}
        ends={APART}
        rule={{ value: 1, label: '' }}
        mark={wrong !== null && wrong <= distance ? { value: wrong, label: `not just ${gate} →` } : undefined}
        summary={`${word}: ${why} ${direct}`}
      />
      <p>
        <b>{word}</b>: {why}
      </p>
      <p className="hint">{direct}</p>
    </div>
  );
}

interface CellGradientProps {
  readonly name: string;
  readonly before: LabNetwork;
  /** Null while it is not there. */
  readonly after: LabNetwork | null;
  readonly flowOf: FlowOf;
  readonly distance: number;
}

/** One cell: its gradients before and after training, and what each timestep does to them. */
export function CellGradient({ name, before, after, flowOf, distance }: CellGradientProps) {
  const { cell, sizes } = before.program;
  const first = flowOf(before);
  const last = after && flowOf(after);
  return (
    <article className="cell-gradient" aria-label={name}>
      <h3>
        {name} <small>{sizes.H} units</small>
      </h3>
      <Flow cell={cell} when="Before training" flow={first} distance={distance} />
      {last ? (
        <Flow cell={cell} when="After training" flow={last} distance={distance} />
      ) : (
        <p className="hint">Loading…</p>
      )}
      <Steps before={first} after={last} />
    </article>
  );
}

/** The largest factor of each single timestep on a gradient. */
function Steps({ before, after }: { readonly before: GradientFlow; readonly after: GradientFlow | null }) {
  const points = ({ steps }: GradientFlow): ChartLine['points'] => Array.from(steps, (v, k) => [k + 1, v] as const);
  const range = ({ steps }: GradientFlow): string =>
    `×\u00a0${displayed(Math.min(...steps))} to ${displayed(Math.max(...steps))}`;
  const lines: ChartLine[] = [{ name: 'before', tone: 'past', points: points(before) }];
  if (after) lines.push({ name: 'after', tone: 'main', points: points(after) });
  const words = `The norm of one timestep’s Jacobian: ${range(before)} before training${after ? `, ${range(after)} after it` : ''}.`;
  return (
    <div className="stack flow">
      <LineChart
        title="Each timestep alone"
        x={{ label: 'timestep', domain: [1, before.steps.length] }}
        y={{ label: 'norm', domain: [0.1, 10], log: true, format: (value) => displayed(value, 1) }}
        lines={lines}
        ends={APART}
        rule={{ value: 1, label: '' }}
        summary={words}
      />
      <p className="hint">{words}</p>
    </div>
  );
}
