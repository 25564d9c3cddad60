import type { StoreApi } from 'zustand/vanilla';
import { learnedIn } from '../../io/weights.ts';
import { refusalOf } from '../../text/refusal.ts';
import { fields, nextRun } from '../../training/fields.ts';
import type { Report } from '../../training/messages.ts';
import { readSettings, type Settings } from '../../training/settings.ts';
import type { Gatescope } from '../gatescope.ts';
import { createClient, type TrainingWorker } from './client.ts';
import { checkpointOfPage, pageFits, plannedSettings } from './plan.ts';
import { newRun, restingStatus, type TrainingRun, withChange, withProgress } from './run.ts';
import { currentRun, patched, type TrainingState, withRun } from './state.ts';

/** The settings that a run takes over while it goes on. */
const LIVE: ReadonlySet<string> = new Set(['level', ...Object.keys(fields).filter((name) => !nextRun.has(name))]);

const liveOf = (settings: Settings): Partial<Settings> =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => LIVE.has(name)));

/** The runs, and the one worker that trains one of them. */
export interface Running {
  /** A run of the page's cell by the plan, before its first update; null where there can be none, with a sentence on it in the state. */
  begin(): TrainingRun | null;
  goOn(run: TrainingRun): void;
  /** One update. */
  step(run: TrainingRun): void;
  pause(run: TrainingRun): void;
  /** Another value of a setting; a run that has not begun begins anew with it, a later one takes it over where it can. */
  change<K extends keyof Settings>(run: TrainingRun, setting: K, value: Settings[K]): void;
  /** Forgets a run. */
  remove(id: number): void;
  /** Ends the worker; what goes on rests until `resume`. */
  rest(): void;
  resume(): void;
}

export function createRunning(
  { getState, setState }: StoreApi<TrainingState>,
  gatescope: Gatescope,
  worker: () => TrainingWorker,
  onNews: () => void,
): Running {
  const patch = (id: number, change: Partial<TrainingRun>): void =>
    setState({ runs: patched(getState().runs, id, change) });
  let ids = getState().runs.length;
  let resting: number | null = null;

  const onReport = (report: Report): void => {
    const { runs, current } = getState();
    const run = runs.find(({ id }) => id === report.run);
    if (!run) return;
    if (report.kind === 'progress') {
      setState({ runs: patched(runs, run.id, withProgress(run, report)) });
      if (run.id === current) onNews();
      return;
    }
    setState({ fault: report.sentence });
    if (run.network) patch(run.id, { status: restingStatus(run) });
    else remove(run.id);
  };
  const onFailure = (fault: string): void => {
    const run = currentRun(getState());
    if (run) patch(run.id, { status: restingStatus(run) });
    setState({ fault });
  };
  const client = createClient(worker, onReport, onFailure);

  /** Gives the worker this run where it rests, with its present settings; false where there can be no worker, with a sentence on it in the state. */
  const ensure = ({ id, settings, checkpoint, status }: TrainingRun): boolean => {
    const fault = refusalOf(() => {
      const anew = client.run !== id;
      if (anew) client.send({ kind: 'begin', run: id, settings, from: checkpoint });
      if ((anew && checkpoint) || status.kind === 'diverged') client.send({ kind: 'change', change: liveOf(settings) });
    });
    if (fault !== null) setState({ fault });
    return fault === null;
  };
  const pause = (run: TrainingRun): void => {
    if (run.status.kind !== 'running') return;
    patch(run.id, { status: restingStatus(run) });
    if (client.run === run.id) client.send({ kind: 'pause' });
  };
  const begin = (): TrainingRun | null => {
    const { plan, task, fromPage } = getState();
    const { inputs } = gatescope.getState();
    const before = currentRun(getState());
    if (before) pause(before);
    const { encoded, predictions } = gatescope.derived();
    const fits = fromPage && pageFits(task, encoded.features, predictions?.head);
    const read = readSettings(plannedSettings(plan, inputs, fits));
    if (!read.ok) {
      setState({ fault: read.wrong.map(({ sentence }) => sentence).join(' ') });
      return null;
    }
    const { settings } = read;
    const run = fits
      ? newRun(++ids, task, settings, checkpointOfPage(settings, gatescope), learnedIn(inputs))
      : newRun(++ids, task, settings);
    setState({ runs: withRun(getState().runs, run), current: run.id, plan: settings, left: null, fault: null });
    ensure(run);
    return run;
  };
  const go = (run: TrainingRun, until: number): void => {
    if (!ensure(run)) return;
    patch(run.id, { status: run.status.kind === 'running' ? run.status : { kind: 'running', pace: 0 }, until });
    setState({ fault: null });
    client.send({ kind: 'go', until });
  };
  /** On to where it was told to go; a run that has come there is told to make as many updates again. */
  const goOn = (run: TrainingRun): void =>
    go(run, run.until > run.updates ? run.until : run.updates + run.settings.updates);
  const remove = (id: number): void => {
    const { runs, current, left } = getState();
    if (client.run === id) client.end();
    setState({
      runs: runs.filter((run) => run.id !== id),
      current: current === id ? null : current,
      left: left?.run === id ? null : left,
    });
  };
  return {
    begin,
    goOn,
    step(run) {
      if (!ensure(run)) return;
      patch(run.id, { status: restingStatus(run) });
      setState({ fault: null });
      client.send({ kind: 'step' });
    },
    pause,
    change(run, setting, value) {
      if (run.status.kind === 'ready') {
        begin();
        return;
      }
      if (!LIVE.has(setting)) return;
      const changed = withChange(run, setting, value);
      patch(run.id, { settings: changed.settings, changes: changed.changes });
      if (client.run === run.id) client.send({ kind: 'change', change: { [setting]: value } });
      else ensure(changed);
      // the end moves with the number of updates; where it has been passed, the run ends
      if (setting !== 'updates' || run.until <= run.updates) return;
      const until = run.until - run.settings.updates + changed.settings.updates;
      if (run.status.kind === 'running') go(changed, until);
      else
        patch(run.id, { until, ...(run.status.kind !== 'diverged' && { status: restingStatus({ ...run, until }) }) });
    },
    remove,
    rest() {
      const run = currentRun(getState());
      if (run?.status.kind === 'running') {
        resting = run.id;
        patch(run.id, { status: restingStatus(run) });
      }
      client.end();
    },
    resume() {
      const run = currentRun(getState());
      if (run && run.id === resting) go(run, run.until);
      resting = null;
    },
  };
}
