import { describe, expect, test } from 'vitest';
import { type InProcess, inProcess } from './inProcess.ts';

/** Training of a small network on short sequences. */
function small(): InProcess {
  const at = inProcess();
  for (const [setting, value] of [
    ['H', 2],
    ['batch', 2],
    ['level', 1],
  ] as const)
    at.training.actions.set(setting, value);
  return at;
}

describe('a run', () => {
  test('goes on until it has made its updates, whatever was on its way when it was told to', () => {
    const { training, deliver, current } = small();
    training.actions.set('updates', 60);
    training.actions.start();
    deliver(3);
    expect(current()).toMatchObject({ status: 'running', until: 60 });
    deliver();
    expect(current()).toMatchObject({ status: 'paused', updates: 60 });
    training.actions.start();
    deliver();
    expect(current()).toMatchObject({ status: 'paused', updates: 120 });
  });

  test('ends later or earlier when its number of updates changes, at once where that many were made', () => {
    const { training, deliver, current } = small();
    training.actions.set('updates', 60);
    training.actions.start();
    deliver();
    training.actions.start();
    deliver(6);
    expect(current()).toMatchObject({ status: 'running', until: 120 });
    training.actions.set('updates', 100);
    expect(current()).toMatchObject({ status: 'running', until: 160 });
    training.actions.set('updates', 90);
    deliver();
    expect(current()).toMatchObject({ status: 'paused', updates: 150, until: 150 });
    training.actions.set('updates', 5000);
    deliver();
    expect(current()).toMatchObject({ status: 'paused', updates: 150 });
    training.actions.start();
    while (current().updates < 155) deliver(1);
    const { updates } = current();
    expect(current()).toMatchObject({ status: 'running', until: 5150 });
    training.actions.set('updates', 2);
    deliver();
    expect(current()).toMatchObject({ status: 'paused', why: null });
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
    expect(current().status).toBe('paused');
    training.actions.start();
    deliver(6);
    expect(current().status).toBe('running');
  });

  test('makes one update when one is asked for, and stands', () => {
    const { training, deliver, current } = small();
    training.actions.update();
    deliver();
    expect(current()).toMatchObject({ status: 'paused', updates: 1 });
    training.actions.start();
    deliver(5);
    training.actions.update();
    deliver();
    const { updates, status } = current();
    expect(status).toBe('paused');
    training.actions.update();
    deliver();
    expect(current()).toMatchObject({ status: 'paused', updates: updates + 1 });
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
    expect(at.current()).toMatchObject({ status: 'running', until });
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
    const { why, network, updates, curve } = current();
    expect(current().status).toBe('stopped');
    expect(why).toMatch(/^After update \d+ the (loss|gradient) is no finite number .* Choose a learning rate/);
    const [best] = curve.toSorted((a, b) => a.loss - b.loss);
    expect(why).toContain(`the weights after update ${best.updates}, the best on held-out sequences`);
    expect(curve.at(-1)).toMatchObject({ updates, loss: best.loss });
    expect([...(network?.head.W ?? [Number.NaN])].every(Number.isFinite)).toBe(true);
    expect(gate.getState().learning).toBe(false);
    training.actions.set('rate', 0.005);
    training.actions.update();
    deliver();
    expect(current()).toMatchObject({ status: 'paused', why: null, updates: updates + 1 });
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
    expect(at.current().status).toBe('running');
    expect(at.gate.getState().inputs.sequence).toBe(read);
    expect(at.gate.getState().inputs.head?.outputs).toEqual(['a', 'b', '$']);

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
    expect(at.current()).toMatchObject({ status: 'paused', updates: 5 });
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
    expect(status).toBe('paused');
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

  test('says in a sentence what cannot be done, and the run can go on with other settings', () => {
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
    expect(at.current()).toMatchObject({ status: 'paused', updates: 2 });
  });
});
