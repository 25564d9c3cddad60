import { cellOf } from '../../cell/cell.ts';
import { declarationOf } from '../../cells/index.ts';
import { displayed, percentage, THIN } from '../../notation/number.ts';
import type { Run } from '../../store/training/run.ts';
import { type ChartLine, LineChart } from '../charts/LineChart.tsx';
import { GateLines } from './GateLines.tsx';
import { runName } from './runName.ts';
import { useOtherRuns, useRunParts, useTraining } from './trainingContext.ts';

/** The fewest updates that the axis of a curve spans. */
const LEAST = 20;

/** How a run does on sequences that it is not trained on, update by update, beside earlier runs of the same task. */
export function LearningCurves() {
  const run = useRunParts('curve', 'chance', 'task', 'settings');
  const others = useOtherRuns();
  const layer = useTraining((state) => state.layer);
  const [last] = run?.curve.slice(-1) ?? [];
  if (!run || !last) return null;
  const before = others.filter(({ task, curve }) => task.id === run.task.id && curve.length > 1);
  const updates = Math.max(LEAST, last.updates, ...before.map((one) => one.updates));
  return (
    <div className="learning-curves">
      <Reached run={run} before={before} updates={updates} />
      {run.task.asks === 'class' && <Loss run={run} before={before} updates={updates} />}
      <GateLines gates={gateLinesOf(run, Math.min(layer, run.settings.layers - 1))} updates={last.updates} />
    </div>
  );
}

type Shown = Pick<Run, 'curve' | 'chance' | 'task' | 'settings'>;

interface CurveProps {
  readonly run: Shown;
  readonly before: readonly Run[];
  readonly updates: number;
}

/** The share of right answers, or the squared error of numbers, beside the best guess that never changes. */
function Reached({ run, before, updates }: CurveProps) {
  const classes = run.task.asks === 'class';
  const lines = linesOf(run, before, 'reaches', classes ? 'right answers' : 'squared error');
  const [first] = run.curve;
  const last = run.curve[run.curve.length - 1];
  const said = classes ? percentage : (value: number): string => displayed(value, 3);
  const chance = run.chance ?? Number.NaN;
  return (
    <LineChart
      title={`On fresh sequences: ${classes ? '' : 'squared error '}${said(last.reaches)}`}
      x={{ label: 'updates', domain: [0, updates] }}
      y={
        classes
          ? { label: 'right answers', domain: [0, 1], format: (value) => `${Math.round(value * 100)}${THIN}%` }
          : { label: 'squared error', domain: [0, highest(lines, chance)] }
      }
      lines={lines}
      {...(Number.isFinite(chance) && {
        rule: { value: chance, label: `${classes ? 'chance' : 'always the mean'} ${said(chance)}` },
      })}
      summary={`${classes ? 'Share of right answers' : 'Mean squared error'} on fresh sequences: ${said(first.reaches)} at first, ${said(last.reaches)} after update ${last.updates}; the best guess that never changes reaches ${said(chance)}.`}
    />
  );
}

function Loss({ run, before, updates }: CurveProps) {
  const lines = linesOf(run, before, 'loss', 'loss');
  const last = run.curve[run.curve.length - 1];
  return (
    <LineChart
      title={`Loss on fresh sequences: ${displayed(last.loss, 3)}`}
      x={{ label: 'updates', domain: [0, updates] }}
      y={{ label: 'loss', domain: [0, highest(lines, 0)] }}
      lines={lines}
      summary={`Cross-entropy on fresh sequences: ${displayed(run.curve[0].loss, 3)} at first, ${displayed(last.loss, 3)} after update ${last.updates}.`}
    />
  );
}

/** The curve of a run and, paler, those before it. */
function linesOf(run: Shown, before: readonly Run[], what: 'reaches' | 'loss', name: string): readonly ChartLine[] {
  const points = ({ curve }: Pick<Run, 'curve'>): ChartLine['points'] =>
    curve.filter((point) => Number.isFinite(point[what])).map((point) => [point.updates, point[what]]);
  return [
    ...before.map((one): ChartLine => ({ name: runName(one), tone: 'past', points: points(one) })),
    { name, tone: 'main', points: points(run) },
  ];
}

/** The end of the axis: all that is to be seen but what shoots far above the start. */
function highest(lines: readonly ChartLine[], chance: number): number {
  const first = lines[lines.length - 1].points[0]?.[1] ?? 1;
  const most = Math.max(...lines.flatMap(({ points }) => points.map(([, value]) => value)));
  return Math.max(Math.min(most, 2 * first), Number.isFinite(chance) ? chance * 1.15 : 0) || 1;
}

function gateLinesOf({ settings, curve }: Shown, layer: number) {
  const declaration = declarationOf(settings.cell);
  if (!declaration) return [];
  const gates = cellOf(declaration, settings.options).signals.filter(({ info }) => info.role === 'gate');
  return gates.map(({ id, info }, k) => ({
    id,
    label: info.label,
    points: curve.map(({ updates, gates: openings }) => ({ updates, ...openings[layer][k] })),
  }));
}
