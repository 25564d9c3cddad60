import { describe, expect, test } from 'vitest';
import { learnedIn } from '../../../src/io/weights.ts';
import { createClient, type TrainingWorker } from '../../../src/store/training/client.ts';
import { learnedAt, newRun, type TrainingRun } from '../../../src/store/training/run.ts';
import { readSettings } from '../../../src/training/settings.ts';
import { type InProcess, smallTraining } from './inProcess.ts';

const small = (): InProcess => smallTraining({ subject: { kind: 'task', id: 'anbn' }, level: 3, updates: 40 });

/** Waits until all requests are done and shown. */
function settle({ deliver, clock }: InProcess): void {
  deliver();
  clock.pass(3000);
}

const trained = ({ gate }: InProcess) => learnedIn(gate.getState().inputs);

describe('what the weights of a run were trained on', () => {
  test('is its task at the level of the last update, whatever level it has now', () => {
    const at = small();
    at.training.actions.start();
    settle(at);
    expect(trained(at)).toEqual({ task: 'anbn', level: 3 });
    at.training.actions.set('level', 7);
    settle(at);
    expect(at.current().settings.level).toBe(7);
    expect(trained(at)).toEqual({ task: 'anbn', level: 3 });
    at.training.actions.update();
    settle(at);
    expect(trained(at)).toEqual({ task: 'anbn', level: 7 });
  });

  test('is nothing before the first update, or what the weights that it began with were trained on', () => {
    const at = small();
    at.training.actions.start();
    settle(at);
    at.training.actions.reset();
    settle(at);
    expect(at.current().network).not.toBe(null);
    expect(trained(at)).toBe(null);
    at.training.actions.goBack(1);
    settle(at);
    expect(trained(at)).toEqual({ task: 'anbn', level: 3 });
    at.training.actions.setFromPage(true);
    at.training.actions.set('level', 5);
    at.training.actions.reset();
    settle(at);
    expect(at.current()).toMatchObject({ id: 3, updates: 0 });
    expect(trained(at)).toEqual({ task: 'anbn', level: 3 });
  });

  test('is nothing where a run has diverged and gone back to before its first update', () => {
    const read = readSettings({ subject: { kind: 'task', id: 'anbn' }, level: 4 });
    if (!read.ok) throw new Error('these settings can be');
    const after = (best: number, steps: number): TrainingRun => ({
      ...newRun(1, read.task, read.settings),
      status: { kind: 'diverged', why: 'x' },
      updates: 9,
      checkpoint: { moments: { steps }, best: { updates: best } } as TrainingRun['checkpoint'],
    });
    expect(learnedAt(after(0, 0))).toBe(null);
    expect(learnedAt(after(5, 0))).toBe(4);
    expect(learnedAt(after(0, 9))).toBe(4);
  });

  test('is not said of the layers above, nor of data of the reader’s own', () => {
    const at = small();
    at.training.actions.set('layers', 2);
    at.training.actions.start();
    settle(at);
    expect(trained(at)).toEqual({ task: 'anbn', level: 3 });
    at.training.actions.showLayer(1);
    settle(at);
    expect(trained(at)).toBe(null);
    at.training.actions.setSubject({ kind: 'text', text: 'to be or not to be. '.repeat(20), window: 7 });
    at.training.actions.start();
    settle(at);
    expect(at.current().updates).toBe(40);
    expect(trained(at)).toBe(null);
  });
});

test('weights of the page that do not fit the task are not taken over, nor is their size', () => {
  const at = small();
  at.training.actions.start();
  settle(at);
  at.training.actions.setFromPage(true);
  at.training.actions.setSubject({ kind: 'task', id: 'copy' });
  at.training.actions.set('H', 3);
  at.training.actions.set('layers', 2);
  at.training.actions.start();
  settle(at);
  expect(at.current()).toMatchObject({ began: null, settings: { H: 3, layers: 2 } });
  expect(at.training.getState().plan).toMatchObject({ H: 3, layers: 2 });
});

test('an edit that interrupts a run can be undone and made again', () => {
  const at = small();
  at.training.actions.set('updates', 1000);
  at.training.actions.start();
  at.deliver(60);
  at.clock.pass(3000);
  at.gate.actions.editParameter('b_f', 0, 9);
  settle(at);
  expect(at.training.getState()).toMatchObject({ current: null, left: { run: 1 } });
  at.gate.actions.undo();
  settle(at);
  expect(at.training.getState()).toMatchObject({ current: 1, left: null });
  at.gate.actions.redo();
  expect(at.gate.derived().parameters.b_f[0]).toBe(9);
});

test('a refusal of a run that is gone leaves the worker to the one that it has', () => {
  let ended = 0;
  const worker: TrainingWorker = {
    onmessage: null,
    onerror: null,
    postMessage: () => {},
    terminate() {
      ended++;
    },
  };
  const client = createClient(
    () => worker,
    () => {},
    () => {},
  );
  for (const run of [1, 2])
    client.send({ kind: 'begin', run, settings: { subject: { kind: 'task', id: 'anbn' } }, from: null } as never);
  worker.onmessage?.({ data: { kind: 'refused', run: 1, orders: 1, sentence: 'It is too large.' } });
  expect([client.run, ended]).toEqual([2, 0]);
  worker.onmessage?.({ data: { kind: 'refused', run: 2, orders: 2, sentence: 'It is too large.' } });
  expect([client.run, ended]).toEqual([null, 1]);
});
