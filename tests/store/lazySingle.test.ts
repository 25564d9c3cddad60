import { expect, test, vi } from 'vitest';
import { loadSingleRuns } from '../../src/engine/single/forward.ts';
import { defaultInputs } from '../../src/io/defaults.ts';
import { createGatescope } from '../../src/store/gatescope.ts';
import type { LoadRuns } from '../../src/store/lazySingle.ts';

const moment = (H: number) => ({ inputs: { ...defaultInputs, H } });
const turn = () => new Promise((done) => setTimeout(done));

test('from 32 units on signals are float32 as soon as that can be, and everything follows', async () => {
  const gate = createGatescope({ initial: moment(32) });
  const before = gate.derived();
  const seen = vi.fn();
  gate.subscribe(seen);
  expect(before.tape.precision).toBe('float64');
  await expect.poll(() => gate.derived().tape.precision).toBe('float32');
  const after = gate.derived();
  expect(seen).toHaveBeenCalledTimes(1);
  expect([after.cell, after.program, after.parameters]).toEqual([before.cell, before.program, before.parameters]);
  expect(gate.getState().past).toEqual([]);
  after.tape.data.forEach((value, k) => {
    expect(Math.abs(value - before.tape.data[k])).toBeLessThan(1e-5);
  });
  gate.actions.setH(31);
  expect(gate.derived().tape.precision).toBe('float64');
  gate.actions.undo();
  const again = gate.derived().tape;
  for (const part of ['precision', 'length', 'parameters', 'program', 'data'] as const)
    expect(again[part], part).toEqual(after.tape[part]);
});

test('below, nothing is fetched', async () => {
  const loadRuns = vi.fn<LoadRuns>(loadSingleRuns);
  const gate = createGatescope({ initial: moment(31), loadRuns });
  gate.actions.randomise();
  expect(loadRuns).not.toHaveBeenCalled();
  gate.actions.setH(40);
  gate.actions.randomise();
  expect(loadRuns).toHaveBeenCalledTimes(1);
});

test.each<[string, LoadRuns]>([
  ['is forbidden', async () => null],
  ['cannot be fetched', () => Promise.reject(new Error('offline'))],
  ['has no room', async () => () => null],
])('where it %s, float64 stays', async (_, loadRuns) => {
  const gate = createGatescope({ initial: moment(64), loadRuns });
  const { data } = gate.derived().tape;
  await turn();
  gate.actions.randomise();
  gate.actions.undo();
  expect(gate.derived().tape.precision).toBe('float64');
  expect(gate.derived().tape.data).toEqual(data);
});
