import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Sequence } from '../../io/sequence.ts';
import { learnedIn, presetIn } from '../../io/weights.ts';
import { refusalOf } from '../../text/refusal.ts';
import type { Settings } from '../../training/settings.ts';
import type { Subject } from '../../training/subject.ts';
import { browserClock, type Clock } from '../clock.ts';
import type { Gatescope } from '../gatescope.ts';
import { browserWorker, type TrainingWorker } from './client.ts';
import { followPage } from './followPage.ts';
import { subjectOfNumbers, subjectOfSentence } from './ownData.ts';
import { browserPage, type PageLife } from './pageLife.ts';
import { planFor, planWith } from './plan.ts';
import type { TrainingRun } from './run.ts';
import { createRunning } from './running.ts';
import { browserStorage, type RunStorage, storableText, storedRun } from './runStorage.ts';
import { fitsTask } from './sequenceFor.ts';
import { createShowing } from './showing.ts';
import { currentRun, type TrainingState } from './state.ts';
import { type TrainedOn, trainedOn } from './trainedOn.ts';

/** All that can be done to the training beside an instance. */
export interface TrainingActions {
  /** Goes on with the run that the page shows, or begins one with its cell. */
  start(): void;
  pause(): void;
  /** One update. */
  update(): void;
  /** A new run by the plan, standing before its first update; the one before is kept. */
  reset(): void;
  /** A setting of the plan; the run goes on with it where it can. Throws a sentence for a value that cannot be. */
  set<K extends keyof Settings>(setting: K, value: Settings[K]): void;
  /** Another task, at its own level. Throws a sentence where nothing can be learned from it. */
  setSubject(subject: Subject): void;
  /** Own data are about to be given; null: the task of the plan stays. */
  setGiving(giving: TrainingState['giving']): void;
  /** Plans what the page shows: its task, or the next token of the reader's own text. A sentence in the state says why a text cannot be learned. */
  takePage(): void;
  setFromPage(fromPage: boolean): void;
  /** Shows a run that the page has left, and its settings. */
  goBack(run: number): void;
  remove(run: number): void;
  /** Gives a sequence to the cell of the run that the page shows. */
  read(sequence: Sequence): void;
  showLayer(layer: number): void;
}

/** Training beside one instance: its state, and all that can be done to it. */
export interface Training extends Pick<StoreApi<TrainingState>, 'getState' | 'getInitialState' | 'subscribe'> {
  readonly actions: TrainingActions;
  /** Follows the page and goes on where it left off; returns what ends the worker and keeps the runs. */
  attach(): () => void;
}

/** The environment of training; by default the browser. */
export interface TrainingSurroundings {
  readonly worker?: () => TrainingWorker;
  readonly clock?: Clock;
  readonly page?: PageLife;
  readonly storage?: RunStorage;
}

/** Plans further training on the task that the cell shown was trained on. */
function firstPlan(gatescope: Gatescope): Pick<TrainingState, 'plan' | 'task'> {
  const known = trainedOn(learnedIn(gatescope.getState().inputs), null);
  return known ? planFor(known.subject, { level: known.level }) : planFor({ kind: 'task', id: 'remember-first' });
}

/**
 * The task that suits the page: the one last shown on the same inputs, else the reader's own text, or the last column of
 * the reader's own numbers; null where there is none of these.
 */
function subjectOfPage(gatescope: Gatescope): (Pick<TrainedOn, 'subject'> & { readonly level?: number }) | null {
  const { inputs, past } = gatescope.getState();
  const { features } = gatescope.derived().encoded;
  for (const one of [...past, inputs].reverse()) {
    const known = trainedOn(learnedIn(one), null);
    if (known && fitsTask(known.task, features)) return known;
  }
  const { sequence } = inputs;
  if (sequence.kind === 'text') return { subject: subjectOfSentence(sequence.text, sequence.unit) };
  return presetIn(inputs) === null ? { subject: subjectOfNumbers(sequence) } : null;
}

/** While nothing is trained the plan is for the task of the example that is shown; returns how to stop. */
function followExample(gatescope: Gatescope, store: StoreApi<TrainingState>): () => void {
  return gatescope.subscribe(({ inputs }, before) => {
    const { current, giving, plan, task } = store.getState();
    const learned = learnedIn(inputs);
    if (current !== null || giving !== null || !learned || learned.task === learnedIn(before.inputs)?.task) return;
    const known = trainedOn(learned, null);
    if (known && known.task !== task) store.setState(planFor(known.subject, { ...plan, level: known.level }));
  });
}

/** Training beside an instance, with nothing begun but the run of a page that was closed, if there is one. */
export function createTraining(
  gatescope: Gatescope,
  {
    worker = browserWorker,
    clock = browserClock(),
    page = browserPage,
    storage = browserStorage,
  }: TrainingSurroundings = {},
): Training {
  const kept = storedRun(storage.read(), 1);
  const store = createStore<TrainingState>()(() => ({
    ...firstPlan(gatescope),
    fromPage: false,
    giving: null,
    runs: kept ? [kept] : [],
    current: null,
    left: kept && { run: kept.id, why: 'This page was closed.' },
    fault: null,
    layer: 0,
  }));
  const { getState, setState } = store;
  const current = (): TrainingRun | null => currentRun(getState());
  const picked = (run: TrainingRun) => ({ run, layer: Math.min(getState().layer, run.settings.layers - 1) });
  const showing = createShowing(gatescope, clock, () => {
    const run = current();
    return run && picked(run);
  });
  const running = createRunning(store, gatescope, worker, showing.soon);
  const show = (run: TrainingRun, sequence?: Sequence): void => showing.now(picked(run), sequence);
  const leave = (run: TrainingRun, why: string): void => {
    running.pause(run);
    setState({ current: null, left: { run: run.id, why } });
  };
  const enter = (run: TrainingRun): void => {
    setState({ current: run.id, left: null, fault: null, giving: null, plan: run.settings, task: run.task });
  };

  store.subscribe(() => gatescope.actions.setLearning(current()?.status.kind === 'running'));

  /** A new run, but not of another task than the reader is about to give, on which the state has a sentence. */
  const begun = (): TrainingRun | null => {
    const { giving } = getState();
    if (giving === null) return running.begin();
    setState({ fault: `Nothing has been learned from what you typed yet: press “Learn from this ${giving}” first.` });
    return null;
  };
  const toGoOn = (): TrainingRun | null => {
    const run = current();
    return run && (run.updates > 0 || getState().giving === null) ? run : begun();
  };

  const actions: TrainingActions = {
    start() {
      const run = toGoOn();
      if (run) running.goOn(run);
    },
    pause() {
      const run = current();
      if (run) running.pause(run);
    },
    update() {
      const run = toGoOn();
      if (run) running.step(run);
    },
    reset: () => void begun(),
    set(setting, value) {
      setState({ plan: planWith(getState(), { [setting]: value }), fault: null });
      const run = current();
      if (run) running.change(run, setting, value);
    },
    setSubject(subject) {
      const next = planFor(subject, { ...getState().plan, level: undefined });
      const run = current();
      if (run) leave(run, 'Another task has been chosen.');
      setState({ ...next, giving: null, fault: null });
    },
    setGiving: (giving) => setState({ giving, fault: null }),
    takePage() {
      const fault = refusalOf(() => {
        const known = subjectOfPage(gatescope);
        if (!known) return;
        const run = current();
        const next = planFor(known.subject, { ...getState().plan, level: known.level });
        if (run) leave(run, 'Another task has been chosen.');
        setState({ ...next, giving: null, fault: null });
      });
      if (fault !== null) setState({ fault });
    },
    setFromPage: (fromPage) => setState({ fromPage }),
    goBack(id) {
      const run = getState().runs.find((one) => one.id === id);
      const before = current();
      if (!run || run === before) return;
      if (before) running.pause(before);
      enter(run);
      show(run);
    },
    remove: running.remove,
    read(sequence) {
      const run = current();
      if (run) show(run, sequence);
    },
    showLayer(layer) {
      setState({ layer });
      const run = current();
      if (run) show(run);
    },
  };
  const rest = (): void => {
    running.rest();
    showing.rest();
  };
  const keep = (): void => {
    const { runs, left } = getState();
    const wished = [current(), runs.find(({ id }) => id === left?.run), ...[...runs].reverse()];
    const run = wished.find((one) => one && one.updates > 0 && one.checkpoint);
    storage.write(run ? storableText(run) : null);
  };
  return {
    getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    actions,
    attach() {
      const stops = [
        followPage(gatescope, showing, { getState, leave, enter, reread: show }),
        followExample(gatescope, store),
        page.onHide(keep),
        page.onLeave(() => {
          rest();
          keep();
        }),
        page.onReturn(running.resume),
      ];
      running.resume();
      return () => {
        rest();
        for (const stop of stops) stop();
      };
    },
  };
}
