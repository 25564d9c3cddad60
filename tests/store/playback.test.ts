import { describe, expect, test } from 'vitest';
import { defaultInputs } from '../../src/io/defaults.ts';
import { createGatescope, type Gatescope, type GatescopeOptions } from '../../src/store/gatescope.ts';
import { phaseOf } from '../../src/store/playhead.ts';
import { type FakeClock, fakeClock } from './fakeClock.ts';

const inputs = {
  ...defaultInputs,
  sequence: { kind: 'text', text: 'abcab', unit: 'characters', vocabulary: null },
} as const;
/** Signals of an LSTM. */
const N = 9;

function started(options: GatescopeOptions = {}): { gate: Gatescope; clock: FakeClock } {
  const clock = fakeClock();
  return { gate: createGatescope({ clock, initial: { inputs, cursor: { t: 1, position: 0 } }, ...options }), clock };
}

describe('motion', () => {
  test('of a whole timestep takes 1.2 s and of one operation 0.35 s', () => {
    const { gate, clock } = started();
    gate.actions.step(1, 'operation');
    clock.pass(330);
    expect(gate.playhead.head).toBeLessThan(1);
    clock.pass(40);
    expect(gate.playhead.head).toBe(1);
    gate.actions.first();
    gate.actions.step(1, 'timestep');
    clock.pass(1180);
    expect(gate.playhead.head).toBeLessThan(N);
    clock.pass(40);
    expect(gate.playhead.head).toBe(N);
  });

  test('runs evenly and twice as fast at twice the speed', () => {
    const { gate, clock } = started();
    gate.actions.setSpeed(2);
    gate.actions.step(1, 'timestep');
    clock.pass(300);
    expect(gate.playhead.head).toBeCloseTo(N / 2, 6);
  });

  test('asks for frames only while something moves', () => {
    const { gate, clock } = started();
    expect(clock.pending).toBe(0);
    gate.actions.step(1, 'timestep');
    gate.actions.step(1, 'timestep');
    expect(clock.pending).toBe(1);
    clock.pass(2000);
    expect(clock.pending).toBe(0);
  });

  test('begins a new timestep with nothing computed and goes back to a complete one', () => {
    const { gate, clock } = started({ initial: { inputs, cursor: { t: 2, position: N } } });
    gate.actions.step(1, 'timestep');
    expect([gate.playhead.t, gate.playhead.head]).toEqual([3, 0]);
    clock.pass(400);
    gate.actions.step(-1, 'timestep');
    expect([gate.playhead.t, gate.playhead.head]).toEqual([2, N]);
    gate.actions.goTo(1, 4);
    expect([gate.playhead.t, gate.playhead.head]).toEqual([1, N]);
    clock.pass(5000);
    expect(gate.playhead.head).toBe(4);
  });

  test('is reversed from where it stands', () => {
    const { gate, clock } = started();
    gate.actions.step(1, 'timestep');
    clock.pass(600);
    const { head } = gate.playhead;
    gate.actions.goTo(1, 0);
    expect(gate.playhead.head).toBe(head);
    clock.pass(100);
    expect(gate.playhead.head).toBeLessThan(head);
    expect(gate.playhead.head).toBeGreaterThan(0);
  });

  test('is there at once when less motion is asked for, when it is switched off and when jumping', () => {
    const { gate, clock } = started();
    clock.reduced = true;
    gate.actions.step(1, 'timestep');
    expect(gate.playhead.head).toBe(N);
    const still = started({ settings: { motion: 'off' } }).gate;
    still.actions.step(1);
    expect(still.playhead.head).toBe(still.getState().cursor.position);
    const { gate: jumping } = started();
    jumping.actions.goTo(4, 3, 'jump');
    expect(jumping.playhead.head).toBe(3);
  });

  test('goes on while a parameter is dragged', () => {
    const { gate, clock } = started();
    gate.actions.step(1, 'timestep');
    clock.pass(300);
    const { head } = gate.playhead;
    gate.actions.editParameter('b_f', 0, 2);
    expect(gate.playhead.head).toBe(head);
    clock.pass(100);
    expect(gate.playhead.head).toBeGreaterThan(head);
  });

  test('tells its listeners when cursor and playhead agree', () => {
    const { gate, clock } = started();
    const seen: boolean[] = [];
    gate.playhead.subscribe(() => seen.push(gate.playhead.t === gate.getState().cursor.t));
    gate.subscribe((state) => seen.push(gate.playhead.t === state.cursor.t));
    gate.actions.goTo(4);
    clock.pass(2000);
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).not.toContain(false);
  });

  test('signal k arrives while the head goes from k to k + 1', () => {
    expect([phaseOf(1.5, 0), phaseOf(1.5, 1), phaseOf(1.5, 2)]).toEqual([1, 0.5, 0]);
  });
});

describe('playing', () => {
  test('goes through the whole sequence and stops at its end', () => {
    const { gate, clock } = started();
    gate.actions.setGranularity('timestep');
    gate.actions.play();
    const seen: number[] = [];
    gate.subscribe(({ cursor }) => seen.push(cursor.t));
    clock.pass(20000);
    expect([...new Set(seen)]).toEqual([1, 2, 3, 4, 5]);
    expect(gate.getState()).toMatchObject({ playing: false, cursor: { t: 5, position: N } });
    expect([clock.pending, clock.listening]).toEqual([0, 0]);
  });

  test('takes a rest after each step', () => {
    const { gate, clock } = started();
    gate.actions.setGranularity('timestep');
    gate.actions.play();
    clock.pass(1300);
    expect([gate.getState().cursor.t, gate.playhead.head]).toEqual([1, N]);
    clock.pass(300);
    expect(gate.getState().cursor.t).toBe(2);
  });

  test('keeps its pace when less motion is asked for', () => {
    const { gate, clock } = started();
    clock.reduced = true;
    gate.actions.setGranularity('timestep');
    gate.actions.play();
    clock.pass(1400);
    expect(gate.getState().cursor).toEqual({ t: 1, position: N });
    clock.pass(300);
    expect(gate.getState().cursor).toEqual({ t: 2, position: N });
  });

  test('at the end begins anew', () => {
    const { gate, clock } = started();
    gate.actions.last();
    gate.actions.play();
    clock.pass(32);
    expect(gate.getState()).toMatchObject({ playing: true, cursor: { t: 1 } });
  });

  test('stops at a step, at pause and when the document is hidden', () => {
    const { gate, clock } = started();
    const stops: (() => void)[] = [() => gate.actions.step(1), gate.actions.pause, clock.hide, gate.halt];
    for (const stop of stops) {
      gate.actions.first();
      gate.actions.play();
      clock.pass(200);
      expect(gate.getState().playing).toBe(true);
      stop();
      expect(gate.getState().playing).toBe(false);
      clock.pass(2000);
      expect([clock.pending, clock.listening]).toEqual([0, 0]);
    }
  });

  test('goes on from where the reader jumps to', () => {
    const { gate, clock } = started();
    gate.actions.play();
    clock.pass(200);
    gate.actions.goTo(4, 0, 'jump');
    expect(gate.getState().playing).toBe(true);
    clock.pass(20000);
    expect(gate.getState()).toMatchObject({ playing: false, cursor: { t: 5, position: N } });
  });

  test('does nothing without a sequence', () => {
    const { gate, clock } = started();
    gate.actions.setSequence({ kind: 'text', text: '', unit: 'characters', vocabulary: null });
    gate.actions.play();
    expect(gate.getState()).toMatchObject({ playing: false, cursor: { t: 0, position: 0 } });
    expect(clock.pending).toBe(0);
  });
});
