import { expect, test } from 'vitest';
import { opened } from '../../src/io/opening.ts';
import { home } from '../../src/presets/index.ts';
import { createGatescope } from '../../src/store/gatescope.ts';
import { createIntervene } from '../../src/store/intervened.ts';
import { firstView, runView } from '../../src/store/runView.ts';

const HASH = 'preset=trained-anbn-lstm&text=aabb&beside=text=aaabbb';

test('runs in step go to the end of the longest, and a shorter one stays at its own', async () => {
  const { moment, notices } = await opened(`${HASH}&t=5`, home);
  expect(notices).toEqual([]);
  const gatescope = createGatescope({ initial: moment });
  const [first, second] = [firstView(gatescope), runView(gatescope, 0)];
  const N = gatescope.derived().cell.signals.length;
  const shown = () => [gatescope, first, second].map((one) => one.getState().cursor.t);
  expect(shown()).toEqual([5, 4, 5]);
  expect(first.getState().cursor.position).toBe(N);
  expect([first.playhead.t, first.playhead.head]).toEqual([4, N]);
  const { actions, getState } = gatescope;
  actions.last();
  expect(shown()).toEqual([6, 4, 6]);
  actions.step(1);
  expect(getState().cursor).toEqual({ t: 6, position: N });
  actions.removeBeside();
  expect(shown()).toEqual([4, 4, 4]);
  actions.undo();
  actions.goTo(5);
  expect(shown()).toEqual([5, 4, 5]);
});

test('a link to a timestep that no run has shows the last one that there is', async () => {
  const { moment, notices } = await opened(`${HASH}&t=9`, home);
  expect(moment.cursor.t).toBe(6);
  expect(notices).toEqual(['“t” is 9, but the sequence has 6 timesteps; 6 is shown.']);
});

test('a run borrows from the one that it is compared with, which goes on without interventions of its own', async () => {
  const { moment } = await opened('preset=trained-anbn-lstm&text=aabb&beside=text=abab', home);
  const intervene = createIntervene();
  const gatescope = createGatescope({ initial: moment, intervening: () => intervene });
  const second = runView(gatescope, 0);
  const lent = second.derived().tape;
  const borrowed = (key: string) =>
    ({ key, to: null, units: null, from: 3, until: 3, change: { kind: 'borrow', from: 'other' } }) as const;
  gatescope.actions.setRunInterventions([[borrowed('C'), borrowed('h')], []]);
  const { tape, interventions } = gatescope.derived();
  expect(interventions.length).toBe(2);
  // both sequences end with b, so that with all states borrowed the run is the other's from there on
  for (const t of [3, 4]) for (const key of ['C', 'h']) expect(tape.values(key, t)).toEqual(lent.values(key, t));
  expect(tape.values('C', 2)).not.toEqual(lent.values('C', 2));
  gatescope.actions.removeBeside();
  expect(gatescope.derived().interventions).toEqual([]);
});
