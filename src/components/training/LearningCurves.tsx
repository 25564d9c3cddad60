import { useMemo } from 'react';
import { cellOf } from '../../cell/cell.ts';
import { declarationOf } from '../../cells/index.ts';
import { fittingOptions } from '../../io/cellChoice.ts';
import { THIN } from '../../notation/number.ts';
import { useGatescope } from '../../store/context.tsx';
import type { TrainingRun } from '../../store/training/run.ts';
import { narrowed } from '../../training/batch.ts';
import { MEASURED } from '../../training/session.ts';
import type { Task } from '../../training/task.ts';
import { type Rivalry, rivalsOf } from '../../training/tasks/baseline.ts';
import { heldOutSeed } from '../../training/trainer.ts';
import { type ChartLine, LineChart } from '../charts/LineChart.tsx';
import { Changes } from './Changes.tsx';
import { GateLines } from './GateLines.tsx';
import { runName } from './runName.ts';
import { lossText, scoreText } from './scores.ts';
import { useOtherRuns, useRunParts, useTraining } from './trainingContext.ts';

/** The fewest updates that the axis of a curve spans. */
const LEAST = 20;

/** The score of a run on held-out sequences, update by update, beside earlier runs of the same task. */
export function LearningCurves() {
  const run = useRunParts('curve', 'chance', 'task', 'settings', 'changes');
  const others = useOtherRuns();
  const layer = useTraining((state) => state.layer);
  const planned = usePlanned();
  const shown = run ?? planned;
  const { task, settings, curve } = shown;
  const before = others.filter((one) => one.task === task && one.curve.length > 1);
  const made = curve.at(-1)?.updates ?? settings.updates;
  const updates = Math.max(LEAST, made, ...before.map((one) => one.updates));
  const props = { run: shown, before, updates };
  return (
    <section className="stack learning-curves" aria-label="On held-out sequences">
      <h3>
        On held-out sequences <small>{task.heldOutWords ? `from ${task.heldOutWords}` : 'not used for training'}</small>
      </h3>
      <div className="stack">
        <Reached {...props} />
        {task.asks === 'class' && <Loss {...props} />}
      </div>
      <Rivals run={shown} />
      <Changes task={task} changes={shown.changes} />
      <GateLines gates={gateLinesOf(shown, Math.min(layer, settings.layers - 1))} updates={made} />
    </section>
  );
}

type Shown = Pick<TrainingRun, 'curve' | 'chance' | 'task' | 'settings' | 'changes'>;

/** The planned run without any measurement. */
function usePlanned(): Shown {
  const settings = useTraining(({ plan }) => plan);
  const task = useTraining((state) => state.task);
  const cell = useGatescope(({ inputs }) => inputs.cell);
  const given = useGatescope(({ inputs }) => inputs.options);
  const declaration = declarationOf(cell);
  const options = declaration ? fittingOptions(declaration, given) : {};
  return { curve: [], changes: [], chance: null, task, settings: { ...settings, cell, options } };
}

interface CurveProps {
  readonly run: Shown;
  readonly before: readonly TrainingRun[];
  readonly updates: number;
}

/** The share of right answers, or the squared error of numbers, beside the best guess that never changes. */
function Reached({ run, before, updates }: CurveProps) {
  const { task, curve } = run;
  const classes = task.asks === 'class';
  const lines = linesOf(run, before, 'reaches');
  const chance = run.chance ?? Number.NaN;
  const rivals = useRivals(task, run.settings);
  const lowest = [{ label: 'always the mean', reaches: chance }, ...rivals].reduce((best, one) =>
    one.reaches < best.reaches ? one : best,
  );
  const said = (value: number): string => scoreText(task, value);
  const [first, last] = [curve.at(0), curve.at(-1)];
  return (
    <Curve
      title={classes ? 'Right answers' : 'Squared error'}
      said={last && said(last.reaches)}
      updates={updates}
      y={
        classes
          ? { domain: [0, 1], format: (value) => `${Math.round(value * 100)}${THIN}%` }
          : { domain: [0, highest(lines, chance)], ...(lines.length === 0 && { format: () => '' }) }
      }
      lines={lines}
      breaks={breaksOf(run)}
      {...(Number.isFinite(chance) && {
        rule: classes
          ? { value: chance, label: `chance ${said(chance)}` }
          : { value: lowest.reaches, label: `${lowest.label} ${said(lowest.reaches)}` },
      })}
      summary={`${classes ? 'Share of right answers' : 'Mean squared error'} on held-out sequences: ${
        first && last
          ? `${said(first.reaches)} at first, ${said(last.reaches)} after update ${last.updates}; the best constant guess reaches ${said(chance)}${rivals.map((rival) => `, ${rival.label} ${said(rival.reaches)}`).join('')}`
          : 'nothing is measured yet'
      }.`}
    />
  );
}

/** The scores of forecasts without learning on the same sequences, compared with the network's. */
function Rivals({ run: { task, settings, curve } }: Pick<CurveProps, 'run'>) {
  const rivals = useRivals(task, settings);
  const last = curve.at(-1);
  if (rivals.length === 0) return null;
  const beaten = last ? rivals.filter(({ reaches }) => last.reaches < reaches).length : 0;
  const verdict = beaten === rivals.length ? 'The network is better.' : 'The network is no better yet.';
  return (
    <p className="hint" role="status">
      Without learning:{' '}
      {rivals.map(({ label, reaches }) => `${label} has an error of ${scoreText(task, reaches)}`).join(', ')}.{' '}
      {last && (beaten > 0 && beaten < rivals.length ? 'The network is better than one of them.' : verdict)}
    </p>
  );
}

/** The rivals of a task on the sequences that a run is measured on. */
function useRivals(task: Task, { level, seed, asked }: TrainingRun['settings']): readonly Rivalry[] {
  return useMemo(() => rivalsOf(narrowed(task, asked), level, heldOutSeed(seed), MEASURED), [task, asked, level, seed]);
}

function Loss({ run, before, updates }: CurveProps) {
  const { task, curve } = run;
  const lines = linesOf(run, before, 'loss');
  const [first, last] = [curve.at(0), curve.at(-1)];
  const guessing = Math.log(task.outputs.length);
  return (
    <Curve
      title="Loss"
      said={last && lossText(last.loss)}
      updates={updates}
      y={{ domain: [0, lines.length === 0 ? guessing : highest(lines, 0)] }}
      lines={lines}
      breaks={breaksOf(run)}
      summary={`Cross-entropy on held-out sequences: ${
        first && last
          ? `${lossText(first.loss)} at first, ${lossText(last.loss)} after update ${last.updates}`
          : 'nothing is measured yet'
      }.`}
    />
  );
}

/** One curve over the updates, or the place where it will be. */
function Curve({
  title,
  said,
  updates,
  y,
  lines,
  ...rest
}: Pick<Parameters<typeof LineChart>[0], 'lines' | 'rule' | 'breaks' | 'summary'> & {
  readonly title: string;
  readonly said: string | undefined;
  readonly updates: number;
  readonly y: Omit<Parameters<typeof LineChart>[0]['y'], 'label'>;
}) {
  return (
    <div className="curve">
      <LineChart
        title={said === undefined ? title : `${title}: ${said}`}
        x={{ label: 'updates', domain: [0, updates] }}
        y={{ label: title, ...y }}
        lines={lines}
        legend={lines.length > 1}
        {...rest}
      />
      {lines.length === 0 && <p className="hint stack">Drawn while the cell trains.</p>}
    </div>
  );
}

const breaksOf = ({ changes }: Shown): readonly number[] => [...new Set(changes.map(({ updates }) => updates))];

/** The curve of a run and, paler, those before it. */
function linesOf(run: Shown, before: readonly TrainingRun[], what: 'reaches' | 'loss'): readonly ChartLine[] {
  const points = ({ curve }: Pick<TrainingRun, 'curve'>): ChartLine['points'] =>
    curve.filter((point) => Number.isFinite(point[what])).map((point) => [point.updates, point[what]]);
  return [
    ...before.map((one): ChartLine => ({ name: runName(one), tone: 'past', points: points(one) })),
    ...(run.curve.length > 0 ? [{ name: 'this run', tone: 'main', points: points(run) } as const] : []),
  ];
}

/** The end of the axis: all that is to be seen but what shoots far above the start. */
function highest(lines: readonly ChartLine[], chance: number): number {
  const first = lines.at(-1)?.points[0]?.[1] ?? 1;
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
