import { createSingle } from '../../../src/engine/single/createSingle.ts';
import { plainKernels } from '../../../src/engine/single/plain.ts';
import { createGatescope, type Gatescope } from '../../../src/store/gatescope.ts';
import type { TrainingWorker } from '../../../src/store/training/client.ts';
import type { TrainingRun } from '../../../src/store/training/run.ts';
import type { RunStorage } from '../../../src/store/training/runStorage.ts';
import { currentRun } from '../../../src/store/training/state.ts';
import { createTraining, type Training } from '../../../src/store/training/training.ts';
import { createSession } from '../../../src/training/session.ts';
import type { Settings } from '../../../src/training/settings.ts';
import { type FakeClock, fakeClock } from '../fakeClock.ts';

/** Training with a real session in this thread in place of a worker; messages of both sides wait until they are delivered. */
export interface InProcess {
  readonly gate: Gatescope;
  readonly training: Training;
  readonly clock: FakeClock;
  /** Number of live workers. */
  readonly alive: number;
  /** Delivers waiting messages and all that follow from them, up to a number of messages and slices of work. */
  deliver(most?: number): void;
  leave(): void;
  comeBack(): void;
  current(): TrainingRun;
}

/** Training beside a page, on a clock that advances by a millisecond with each reading. */
export function inProcess(storage: RunStorage = { read: () => null, write: () => {} }): InProcess {
  const clock = fakeClock();
  const gate = createGatescope({ clock });
  const queue: (() => void)[] = [];
  const workers = new Set<TrainingWorker>();
  const page = { leave: () => {}, comeBack: () => {} };
  let time = 0;
  const worker = (): TrainingWorker => {
    const later = (work: () => void): void => void queue.push(() => workers.has(one) && work());
    const session = createSession({
      create: (shape) => createSingle(shape, plainKernels),
      post: (report) => later(() => one.onmessage?.({ data: structuredClone(report) })),
      now: () => time++,
      later,
    });
    const one: TrainingWorker = {
      onmessage: null,
      onerror: null,
      postMessage: (message) => later(() => session.take(structuredClone(message))),
      terminate: () => void workers.delete(one),
    };
    workers.add(one);
    return one;
  };
  const training = createTraining(gate, {
    worker,
    clock,
    storage,
    page: {
      onHide: () => () => {},
      onLeave: (callback) => {
        page.leave = callback;
        return () => {};
      },
      onReturn: (callback) => {
        page.comeBack = callback;
        return () => {};
      },
    },
  });
  training.attach();
  return {
    gate,
    training,
    clock,
    get alive() {
      return workers.size;
    },
    deliver(most = 10_000) {
      for (let k = 0; k < most; k++) queue.shift()?.();
    },
    leave: () => page.leave(),
    comeBack: () => page.comeBack(),
    current() {
      const run = currentRun(training.getState());
      if (!run) throw new Error('There is no run');
      return run;
    },
  };
}

/** The same with a short plan. */
export function smallTraining(plan: Partial<Settings>, storage?: RunStorage): InProcess {
  const at = inProcess(storage);
  const { subject, ...rest } = { H: 2, batch: 2, ...plan };
  if (subject) at.training.actions.setSubject(subject);
  for (const [setting, value] of Object.entries(rest)) at.training.actions.set(setting as keyof Settings, value);
  return at;
}
