import { useMemo } from 'react';
import { firstWrong, type GradientFlow } from '../../analysis/gradientFlow.ts';
import { type ChartLine, LineChart } from '../../components/charts/LineChart.tsx';
import { displayed, raised } from '../../notation/number.ts';
import { directWords, fate, mainState, WRONG } from './gradientWords.ts';
import { flowIn, type LabNetwork } from './networks.ts';

/** The norms that a chart shows; what is beyond stands at its edge. */
const SHOWN = [1e-12, 1e4] as const;
const power = (value: number): string => (value === 1 ? '1' : `10${raised(Math.round(Math.log10(value)))}`);

interface FlowProps {
  readonly when: string;
  readonly flow: GradientFlow;
  readonly distance: number;
}

/** How the gradient of one network fares on the way from the question back to the first symbol. */
function Flow({ when, flow, distance }: FlowProps) {
  const main = mainState(flow, distance);
  const along = (values: Float64Array): ChartLine['points'] =>
    Array.from(values.subarray(0, distance + 1), (v, d) => [d, v] as const);
  const lines: ChartLine[] = flow.states.map((one) => ({
    name: one.state,
    tone: one === main ? 'main' : 'beside',
    points: along(one.total),
  }));
  if (main.direct) lines.push({ name: 'direct path', tone: 'gate', points: along(main.direct) });
  const wrong = firstWrong(main, WRONG);
  const words = fate(main, distance);
  const direct = directWords(main, distance);
  return (
    <div className="flow">
      <LineChart
        title={`${when}: ${main.state}`}
        x={{ label: 'timesteps back', domain: [0, distance] }}
        y={{ label: 'norm', domain: SHOWN, log: true, format: power }}
        lines={lines}
        legend={false}
        mark={wrong !== null && wrong <= distance ? { value: wrong, label: '' } : undefined}
        summary={`${words} ${direct}`}
      />
      <p>{words}</p>
      <p className="hint">{direct}</p>
    </div>
  );
}

interface CellGradientProps {
  readonly name: string;
  readonly before: LabNetwork;
  /** Null while it is not there. */
  readonly after: LabNetwork | null;
  readonly x: Float64Array;
  readonly distance: number;
}

/** One cell: its gradients before and after training, and what each timestep does to them. */
export function CellGradient({ name, before, after, x, distance }: CellGradientProps) {
  const first = useFlow(before, x);
  const last = useFlow(after, x);
  return (
    <article className="cell-gradient" aria-label={name}>
      <h3>
        {name} <small>{before.program.sizes.H} units</small>
      </h3>
      {first && <Flow when="Before training" flow={first} distance={distance} />}
      {last ? <Flow when="After training" flow={last} distance={distance} /> : <p className="hint">Loading…</p>}
      {first && <Steps before={first} after={last} />}
    </article>
  );
}

/** What each timestep by itself does to a gradient at most. */
function Steps({ before, after }: { readonly before: GradientFlow; readonly after: GradientFlow | null }) {
  const points = ({ steps }: GradientFlow): ChartLine['points'] => Array.from(steps, (v, k) => [k + 1, v] as const);
  const range = ({ steps }: GradientFlow): string =>
    `×\u00a0${displayed(Math.min(...steps))} to ${displayed(Math.max(...steps))}`;
  const lines: ChartLine[] = [{ name: 'before', tone: 'past', points: points(before) }];
  if (after) lines.push({ name: 'after', tone: 'main', points: points(after) });
  const words = `At most ${range(before)} before training${after ? `, ${range(after)} after it` : ''}.`;
  return (
    <div className="flow">
      <LineChart
        title="Each timestep"
        x={{ label: 'timestep', domain: [1, before.steps.length] }}
        y={{ label: 'norm', domain: [1e-2, 1e2], log: true, format: power }}
        lines={lines}
        rule={{ value: 1, label: '' }}
        summary={words}
      />
      <p className="hint">{words}</p>
    </div>
  );
}

function useFlow(network: LabNetwork | null, x: Float64Array): GradientFlow | null {
  return useMemo(() => network && flowIn(network, x), [network, x]);
}
