import { describe, expect, test } from 'vitest';
import { headIn } from '../../../src/io/weights.ts';
import { createGatescope } from '../../../src/store/gatescope.ts';
import { type RunStorage, storedRun } from '../../../src/store/training/runStorage.ts';
import { currentRun } from '../../../src/store/training/state.ts';
import { createTraining } from '../../../src/store/training/training.ts';
import { many } from '../../setup/cases.ts';
import { fakeClock } from '../fakeClock.ts';
import { type InProcess, inProcess, smallTraining } from './inProcess.ts';

/** Training of a small network on short sequences. */
const small = (storage?: RunStorage): InProcess => smallTraining({ level: 1 }, storage);

describe('a run', () => {
  test('is refused in a sentence where the browser allows no worker, and the page goes on', () => {
    const gate = createGatescope({ clock: fakeClock() });
    const training = createTraining(gate, {
      worker: () => {
        throw new DOMException('cannot be accessed from origin null', 'SecurityError');
      },
      storage: { read: () => null, write: () => {} },
      page: { onHide: () => () => {}, onLeave: () => () => {}, onReturn: () => () => {} },
    });
    training.attach();
    for (const begin of ['start', 'update', 'reset'] as const) {
      training.actions[begin]();
      expect(training.getState().fault).toMatch(/Open the page in its own tab\.$/);
      expect(currentRun(training.getState())?.status.kind ?? 'none').not.toBe('running');
    }
    expect(gate.getState().learning).toBe(false);
  });

  test('goes on until it has made its updates, whatever was on its way when it was told to', () => {
    const { training, deliver, current } = small();
    training.actions.set('updates', 60);
    training.actions.start();
    deliver(3);
    expect(current()).toMatchObject({ status: { kind: 'running' }, until: 60 });
    deliver();
    expect(current()).toMatchObject({ status: { kind: 'finished' }, updates: 60 });
    training.actions.start();
    deliver();
    expect(current()).toMatchObject({ status: { kind: 'finished' }, updates: 120 });
  });

  test('goes on after a pause to where it was told to go', () => {
    const { training, deliver, current } = small();
    training.actions.set('updates', 60);
    training.actions.start();
    deliver(8);
    training.actions.pause();
    deliver();
    expect(current().updates).toBeGreaterThan(0);
    expect(current().updates).toBeLessThan(60);
    training.actions.set('updates', 80);
    training.actions.start();
    deliver();
    expect(current()).toMatchObject({ status: { kind: 'finished' }, updates: 80, until: 80 });
  });

  test('is not begun on another task than the data that are being given, which is said', () => {
    const { training, deliver, current } = small();
    training.actions.update();
    deliver();
    training.actions.reset();
    training.actions.setGiving('text');
    for (const begin of ['start', 'update', 'reset'] as const) {
      training.actions[begin]();
      deliver();
      expect(training.getState().fault).toBe(
        'Nothing has been learned from what you typed yet: press “Learn from this text” first.',
      );
      expect(current()).toMatchObject({ id: 2, updates: 0 });
    }
    training.actions.setSubject({ kind: 'text', text: 'to be or not to be. '.repeat(20), window: 7 });
    expect(training.getState()).toMatchObject({ giving: null, fault: null });
    training.actions.update();
    deliver();
    expect(current()).toMatchObject({ task: { id: 'own-text' }, updates: 1 });
  });

  test('ends later or earlier when its number of updates changes, at once where that many were made', () => {
    const { training, deliver, current } = small();
    training.actions.set('updates', 60);
    training.actions.start();
    deliver();
    training.actions.start();
    deliver(6);
    expect(current()).toMatchObject({ status: { kind: 'running' }, until: 120 });
    training.actions.set('updates', 100);
    expect(current()).toMatchObject({ status: { kind: 'running' }, until: 160 });
    training.actions.set('updates', 90);
    deliver();
    expect(current()).toMatchObject({ status: { kind: 'finished' }, updates: 150, until: 150 });
    training.actions.set('updates', 5000);
    deliver();
    expect(current()).toMatchObject({ status: { kind: 'finished' }, updates: 150 });
    training.actions.start();
    while (current().updates < 155) deliver(1);
    const { updates } = current();
    expect(current()).toMatchObject({ status: { kind: 'running' }, until: 5150 });
    training.actions.set('updates', 2);
    deliver();
    expect(current().status).toEqual({ kind: 'finished' });
    expect(current().updates - updates).toBeLessThan(100);
  });

  test('keeps what was changed on the way, from and to, once for what nothing was measured between', () => {
    const { training, deliver, current } = small();
    training.actions.set('rate', 0.004);
    training.actions.set('updates', 40);
    training.actions.start();
    deliver();
    expect(current()).toMatchObject({ updates: 40, changes: [] });
    for (const rate of [0.003, 0.002, 0.001]) training.actions.set('rate', rate);
    training.actions.set('batch', 3);
    training.actions.set('batch', 2);
    training.actions.set('updates', 30);
    const first = { updates: 40, setting: 'rate', from: 0.004, to: 0.001 };
    expect(current().changes).toEqual([first]);
    training.actions.start();
    deliver();
    training.actions.set('rate', 0.01);
    expect(current().changes).toEqual([first, { updates: 70, setting: 'rate', from: 0.001, to: 0.01 }]);
  });

  test('that is paused and told to go on at once goes on', () => {
    const { training, deliver, current } = small();
    training.actions.start();
    deliver(5);
    training.actions.pause();
    expect(current().status.kind).toBe('ready');
    training.actions.start();
    deliver(6);
    expect(current().status.kind).toBe('running');
  });

  test('makes one update when one is asked for, and stands', () => {
    const { training, deliver, current } = small();
    training.actions.update();
    deliver();
    expect(current()).toMatchObject({ status: { kind: 'paused' }, updates: 1 });
    training.actions.start();
    deliver(5);
    training.actions.update();
    deliver();
    const { updates, status } = current();
    expect(status.kind).toBe('paused');
    training.actions.update();
    deliver();
    expect(current()).toMatchObject({ status: { kind: 'paused' }, updates: updates + 1 });
  });

  test('rests without a worker while the page is put aside, and goes on where it stood', () => {
    const at = small();
    at.training.actions.start();
    at.deliver(100);
    const { updates, until } = at.current();
    expect(updates).toBeGreaterThan(0);
    at.leave();
    expect(at.alive).toBe(0);
    at.comeBack();
    at.deliver(100);
    expect(at.alive).toBe(1);
    expect(at.current()).toMatchObject({ status: { kind: 'running' }, until });
    expect(at.current().updates).toBeGreaterThan(updates);
  });

  test('that stops goes back to its best weights, and goes on from there with settings that work', () => {
    const { training, deliver, current, gate } = small();
    training.actions.setSubject({ kind: 'task', id: 'adding' });
    training.actions.set('optimiser', 'sgd');
    training.actions.set('rate', 10);
    training.actions.set('clipNorm', null);
    training.actions.start();
    deliver();
    const { status, network, updates, curve } = current();
    const why = status.kind === 'diverged' ? status.why : '';
    expect(why).toMatch(
      /^After update \d+ the (loss|gradient) is no longer a finite number, .* Choose a learning rate/,
    );
    const [best] = curve.toSorted((a, b) => a.loss - b.loss);
    expect(why).toContain(`the weights after update ${best.updates}, the best on held-out sequences`);
    expect(curve.at(-1)).toMatchObject({ updates, loss: best.loss });
    expect([...(network?.head.W ?? [Number.NaN])].every(Number.isFinite)).toBe(true);
    expect(gate.getState().learning).toBe(false);
    training.actions.set('rate', 0.005);
    training.actions.update();
    deliver();
    expect(current()).toMatchObject({ status: { kind: 'paused' }, updates: updates + 1 });
  });
});

describe('a page that is closed', () => {
  /** Browser storage, which outlives the pages. */
  function browserLike(): RunStorage {
    let kept: string | null = null;
    return {
      read: () => kept,
      write(text) {
        kept = text;
      },
    };
  }

  function closed(): { storage: RunStorage; updates: number; whole: InProcess } {
    const storage = browserLike();
    const at = small(storage);
    at.training.actions.set('updates', 40);
    at.training.actions.start();
    at.deliver();
    at.training.actions.set('rate', 0.01);
    at.leave();
    return { storage, updates: at.current().updates, whole: at };
  }

  test('leaves its run to the next, which says so and goes on with the numbers that it would have had', () => {
    const { storage, updates, whole } = closed();
    const next = inProcess(storage);
    const { runs, left, current } = next.training.getState();
    expect([runs.length, current]).toEqual([1, null]);
    expect(left).toEqual({ run: runs[0].id, why: 'This page was closed.' });
    expect(runs[0]).toMatchObject({ updates: 40, until: 0 });
    next.training.actions.goBack(runs[0].id);
    expect(next.current()).toMatchObject({ updates, status: { kind: 'paused' }, curve: whole.current().curve });
    for (const seen of ['changes', 'examples', 'last', 'chance'] as const)
      expect(next.current()[seen], seen).toEqual(whole.current()[seen]);
    expect(next.current().network).toEqual(whole.current().network);
    for (const { training, deliver } of [whole, next]) {
      training.actions.start();
      deliver();
    }
    expect(next.current().updates).toBe(80);
    expect(next.current().network).toEqual(whole.current().network);
    expect(next.current().curve.at(-1)).toEqual(whole.current().curve.at(-1));
    next.training.actions.reset();
    expect(new Set(next.training.getState().runs.map(({ id }) => id)).size).toBe(2);
  });

  test('leaves the run that has learned something, not one that stands before its first update', () => {
    const { storage, whole } = closed();
    whole.training.actions.reset();
    whole.deliver();
    expect(whole.current()).toMatchObject({ id: 2, updates: 0 });
    whole.leave();
    expect(storedRun(storage.read(), 1)?.updates).toBe(40);
  });

  test('leaves a run on a table with a negative zero in it', () => {
    const storage = browserLike();
    const at = inProcess(storage);
    const rows = Array.from({ length: 40 }, (_, k) => [k % 4 === 0 ? -0 : Math.sin(k)]);
    at.training.actions.setSubject({ kind: 'table', columns: ['a'], rows, column: 'a' });
    at.training.actions.set('H', 2);
    at.training.actions.set('forgetBias', -0);
    at.training.actions.update();
    at.deliver();
    at.leave();
    expect(storedRun(storage.read(), 1)?.updates).toBe(1);
  });

  test('leaves nothing where there was no run, or where it was removed', () => {
    const { storage } = closed();
    const next = inProcess(storage);
    next.training.actions.remove(1);
    next.leave();
    expect(storage.read()).toBe(null);
    expect(inProcess(storage).training.getState()).toMatchObject({ runs: [], left: null });
  });

  test('whose run was spoiled in storage is a page without one', () => {
    const { storage } = closed();
    const text = storage.read() ?? '';
    expect(storedRun(text, 1)?.updates).toBe(40);
    const spoiled = [
      '',
      'null',
      text.slice(1),
      text.replace('"version":1', '"version":2'),
      text.replace('"cell":"lstm"', '"cell":"__proto__"'),
      text.replace('"W_f":[', '"W_f":["x",'),
      text.replace('"W_f":[', '"W_f":[1,'),
      text.replaceAll('"1.U_f":[', '"1.U_f":[0,'),
      text.replace('"updates":40', '"updates":-40'),
      text.replaceAll('"H":2', '"H":3'),
      text.replaceAll('"remember-first"', '"nothing"'),
      text.replace('"gates":[[', '"gates":[[],['),
      text.replace('"answers":[', '"answers":[9,'),
      text.replace(/"answers":\[\d/, '"answers":[9'),
      text.padEnd(5_000_000),
    ];
    for (const one of spoiled) {
      expect(one).not.toBe(text);
      expect(storedRun(one, 1), one.slice(0, 80)).toBe(null);
    }
  });
});

describe('the page', () => {
  test('may be given another sequence before the first weights of a run are there; another cell leaves the run', () => {
    const at = small();
    at.training.actions.setSubject({ kind: 'task', id: 'anbn' });
    at.training.actions.start();
    const read = { kind: 'text', text: 'aabb', unit: 'characters', vocabulary: null } as const;
    at.gate.actions.setSequence(read);
    at.deliver(200);
    at.clock.pass(2000);
    expect(at.current().status.kind).toBe('running');
    expect(at.gate.getState().inputs.sequence).toBe(read);
    expect(headIn(at.gate.getState().inputs)?.outputs).toEqual(['a', 'b', '$']);

    const other = small();
    other.training.actions.start();
    other.gate.actions.setCell('gru');
    expect(other.training.getState()).toMatchObject({ current: null, left: { run: 1 } });
  });
});

describe('the worker', () => {
  test('is there while there is something to do, and no longer', () => {
    const at = small();
    const { training, deliver } = at;
    expect(at.alive).toBe(0);
    training.actions.set('updates', 60);
    training.actions.start();
    expect(at.alive).toBe(1);
    deliver();
    expect(at.current().updates).toBe(60);
    expect(at.alive).toBe(0);

    training.actions.start();
    deliver(5);
    training.actions.pause();
    deliver();
    expect(at.alive).toBe(0);
    training.actions.reset();
    expect(at.alive).toBe(1);
    deliver();
    expect(at.alive).toBe(0);
  });

  test('makes every update that was asked for before it answered', () => {
    const at = small();
    for (let k = 0; k < 3; k++) at.training.actions.update();
    at.deliver();
    at.training.actions.update();
    at.deliver(3);
    at.training.actions.update();
    at.deliver();
    expect(at.current()).toMatchObject({ status: { kind: 'paused' }, updates: 5 });
    expect(at.alive).toBe(0);
  });

  test('ends where the page has left its run for another task, and the run goes on from where it stood', () => {
    const at = small();
    const { training, deliver } = at;
    training.actions.start();
    deliver(100);
    training.actions.setSubject({ kind: 'task', id: 'parity' });
    deliver();
    expect(at.alive).toBe(0);
    const [{ id, updates, status }] = training.getState().runs;
    expect(status.kind).toBe('paused');
    training.actions.goBack(id);
    training.actions.update();
    deliver();
    expect(at.current()).toMatchObject({ id, updates: updates + 1 });
  });

  test('is asked what a change of a run that stands still comes to', () => {
    const at = small();
    at.training.actions.update();
    at.deliver();
    at.training.actions.set('H', 5);
    at.deliver();
    at.clock.pass(2000);
    expect(at.gate.getState().inputs.H).toBe(5);
    expect(at.current()).toMatchObject({ updates: 1, settings: { H: 5 } });
    expect(at.alive).toBe(0);
  });

  test.runIf(many)('says in a sentence what cannot be done, and the run can go on with other settings', () => {
    const at = small();
    const { training, deliver } = at;
    training.actions.set('layers', 3);
    training.actions.update();
    deliver();
    training.actions.set('H', 26);
    training.actions.set('batch', 256);
    training.actions.set('level', 200);
    deliver();
    expect(training.getState().fault).toMatch(/^A batch of 256 .* is too large: choose a smaller batch/);
    expect(at.alive).toBe(0);
    training.actions.set('batch', 2);
    training.actions.set('H', 2);
    training.actions.set('level', 1);
    training.actions.update();
    deliver();
    expect(training.getState().fault).toBe(null);
    expect(at.current()).toMatchObject({ status: { kind: 'paused' }, updates: 2 });
  });
});
