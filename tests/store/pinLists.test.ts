import { describe, expect, test } from 'vitest';
import { createGatescope } from '../../src/store/gatescope.ts';
import { withPin } from '../../src/store/pinLists.ts';
import { runView } from '../../src/store/runView.ts';
import type { Pin } from '../../src/store/state.ts';

const held = (key: string, value: number): Pin => ({
  key,
  to: null,
  units: null,
  from: 1,
  until: null,
  change: { kind: 'hold', value },
});

describe('interventions of several runs', () => {
  test('one is replaced where it acts, in its place, and removed elsewhere', () => {
    const [f, o, i] = [held('f', 1), held('o', 0), held('i', 0.5)];
    const lists = [[f, o], [o, held('f', 1)], [o]];
    expect(withPin(lists, f, i, (run) => run !== 1)).toEqual([[i, o], [o], [o, i]]);
    expect(withPin(lists, f, null, () => true)).toEqual([[o], [o], [o]]);
    expect(withPin(lists, null, i, (run) => run === 0)).toEqual([[f, o, i], lists[1], lists[2]]);
  });

  test('a run follows the first one while both have the same, and can differ from it', () => {
    const gatescope = createGatescope();
    const { actions, getState } = gatescope;
    const second = runView(gatescope, 0);
    const [f, o] = [held('f', 1), held('o', 0)];
    actions.setBeside({ cell: 'coupled' });
    actions.setRunInterventions([[f], []]);
    expect(getState().inputs.interventions).toEqual([f]);
    expect(second.getState().inputs.interventions).toEqual([]);
    actions.setRunInterventions([[f], [f]]);
    expect(getState().inputs.beside).toEqual([{ cell: 'coupled' }]);
    actions.setRunInterventions([[], [o]]);
    expect(getState().inputs.interventions).toBeUndefined();
    expect(second.getState().inputs.interventions).toEqual([o]);
    actions.undo();
    expect(second.getState().inputs.interventions).toEqual([f]);
  });

  test('more than fit are refused in any run, and nothing changes', () => {
    const { actions, getState } = createGatescope();
    actions.setBeside({ cell: 'coupled' });
    const { inputs } = getState();
    const many = Array.from({ length: 65 }, () => held('f', 1));
    expect(() => actions.setRunInterventions([[], many])).toThrow('at most 64 interventions');
    expect(getState().inputs).toBe(inputs);
  });
});
