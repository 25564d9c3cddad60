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
    const { updates } = at.current();
    expect(updates).toBeGreaterThan(0);
    at.leave();
    expect(at.alive).toBe(0);
    at.comeBack();
    at.deliver(100);
    expect(at.alive).toBe(1);
    expect(at.current().status).toBe('running');
    expect(at.current().updates).toBeGreaterThan(updates);
  });

  test('that stops keeps its last good weights, and goes on from there with settings that work', () => {
    const { training, deliver, current, gate } = small();
    training.actions.setSubject({ kind: 'task', id: 'adding' });
    training.actions.set('optimiser', 'sgd');
    training.actions.set('rate', 10);
    training.actions.set('clipNorm', null);
    training.actions.start();
    deliver();
    const { why, network, updates } = current();
    expect(current().status).toBe('stopped');
    expect(why).toMatch(/^After update \d+ the (loss|gradient) is no finite number .* Choose a learning rate/);
    expect([...(network?.head.W ?? [Number.NaN])].every(Number.isFinite)).toBe(true);
    expect(gate.getState().learning).toBe(false);
    training.actions.set('rate', 0.005);
    training.actions.update();
    deliver();
    expect(current()).toMatchObject({ status: 'paused', why: null, updates: updates + 1 });
  });
});
