import { describe, expect, test } from 'vitest';
import { createGatescope } from '../../src/store/gatescope.ts';
import { throttled } from '../../src/store/throttled.ts';
import { fakeClock } from './fakeClock.ts';

/** An instance whose weights change every 10 ms, and the values of b_f[0] that its throttled twin emits, with their times. */
function learning() {
  const clock = fakeClock();
  const gate = createGatescope({ clock });
  const slow = throttled(gate, clock);
  const seen: { readonly at: number; readonly value: number }[] = [];
  const stop = slow.subscribe(() => seen.push({ at: clock.now(), value: slow.derived().parameters.b_f[0] }));
  gate.actions.setLearning(true);
  seen.length = 0;
  const train = (ms: number): void => {
    for (let k = 0; k < ms / 10; k++) {
      gate.actions.editParameter('b_f', 0, clock.now() + 1, 'training');
      clock.pass(10);
    }
  };
  return { clock, gate, slow, seen, stop, train };
}

describe('while a run changes the weights', () => {
  test('values stay for a quarter of a second', () => {
    const { seen, train } = learning();
    train(2000);
    expect(seen.length).toBeGreaterThanOrEqual(6);
    for (const [k, { at }] of seen.slice(1).entries()) expect(at - seen[k].at).toBeGreaterThanOrEqual(250);
    for (const [k, { at }] of seen.slice(1).entries()) expect(at - seen[k].at).toBeLessThan(300);
  });

  test('the state is the one passed on last, not the present one', () => {
    const { gate, slow, train } = learning();
    train(400);
    const shown = slow.getState();
    train(20);
    expect(slow.getState()).toBe(shown);
    expect(gate.getState()).not.toBe(shown);
  });

  test('values follow one frame after the change, when the picture is drawn', () => {
    const { clock, gate, slow, train } = learning();
    train(100);
    clock.pass(500);
    gate.actions.editParameter('b_f', 0, 7, 'training');
    expect(slow.getState()).not.toBe(gate.getState());
    clock.pass(16);
    expect(slow.getState()).toBe(gate.getState());
  });

  test('what the reader does is passed on at once', () => {
    const { gate, slow, train } = learning();
    train(400);
    for (const act of [
      () => gate.actions.step(-1),
      () => gate.actions.select('f', 1),
      () => gate.actions.hover('C'),
      () => gate.actions.setH(5),
      () => gate.actions.setLearning(false),
    ]) {
      act();
      expect(slow.getState()).toBe(gate.getState());
    }
  });

  test('nothing is passed on after the last listener has gone', () => {
    const { clock, gate, seen, stop, train } = learning();
    train(400);
    const { length } = seen;
    gate.actions.editParameter('b_f', 0, -5, 'training');
    stop();
    clock.pass(1000);
    expect(seen).toHaveLength(length);
    expect(clock.pending).toBe(0);
  });
});

test('without training every change is passed on at once', () => {
  const clock = fakeClock();
  const gate = createGatescope({ clock });
  const slow = throttled(gate, clock);
  slow.subscribe(() => {});
  gate.actions.editParameter('b_f', 0, 3);
  expect(slow.getState()).toBe(gate.getState());
});
