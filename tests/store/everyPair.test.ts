import { expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { registry } from '../../src/cells/index.ts';
import { checkInterventions, wiresOf } from '../../src/engine/intervention/intervention.ts';
import { defaultInputs } from '../../src/io/defaults.ts';
import { MAX_INTERVENTIONS } from '../../src/io/limits.ts';
import { lengthOfSignal } from '../../src/store/cursor.ts';
import { createGatescope, type Gatescope } from '../../src/store/gatescope.ts';
import { fakeClock } from './fakeClock.ts';
import { intervening } from './intervening.ts';

/** Everything that the state refers to exists in the shown run. */
function namesWhatExists({ getState, derived }: Gatescope): void {
  const { selection, hover, cursor } = getState();
  const now = derived();
  for (const key of [selection.signal, hover])
    if (key !== null) expect(lengthOfSignal(key, now), key).toBeGreaterThan(0);
  const length = selection.signal === null ? now.sizes.H : (lengthOfSignal(selection.signal, now) ?? 0);
  expect(selection.unit).toBeLessThan(length);
  expect(cursor.t).toBeLessThanOrEqual(now.tape.length);
  expect(cursor.position).toBeLessThanOrEqual(now.cell.signals.length);
}

test('whatever is asked about in one cell is fitted to every other one, and back', () => {
  for (const from of registry) {
    const sequence = { kind: 'text', text: 'abc', unit: 'characters', vocabulary: null } as const;
    const inputs = { ...defaultInputs, cell: from.id, H: 2, sequence };
    const gate = createGatescope({ clock: fakeClock(), initial: { inputs }, settings: { motion: 'off' } });
    const keys = [...gate.derived().program.slots.keys(), ...gate.derived().cell.states.map(({ id }) => `prev.${id}`)];
    for (const to of registry) {
      const ids = cellOf(to).signals.map(({ id }) => id);
      for (const key of to === from ? [] : keys.filter((one) => !ids.includes(one))) {
        gate.actions.hover(key);
        gate.actions.select(key, 1);
        gate.actions.goTo(3, gate.derived().cell.signals.length);
        gate.actions.setCell(to.id);
        namesWhatExists(gate);
        gate.actions.last();
        gate.actions.hover(gate.derived().cell.output);
        gate.actions.undo();
        namesWhatExists(gate);
      }
    }
  }
});

test('interventions on every node and wire of one cell wait where another one lacks it, and are back with the cell', () => {
  for (const from of registry) {
    const inputs = { ...defaultInputs, cell: from.id, H: 2 };
    const gate = createGatescope({ clock: fakeClock(), initial: { inputs }, intervening });
    const { signals } = gate.derived().cell;
    const nodes = ['x', ...signals.map(({ id }) => id)].map((key) => ({ key, to: null }));
    const held = { units: [1], from: 2, until: null, change: { kind: 'hold', value: 0.5 } } as const;
    const places = [...nodes, ...wiresOf(cellOf(from))].slice(0, MAX_INTERVENTIONS);
    gate.actions.setInterventions(places.map((place) => ({ ...place, ...held })));
    const { interventions, tape } = gate.derived();
    expect(interventions).toHaveLength(places.length);
    for (const to of registry) {
      gate.actions.setCell(to.id);
      checkInterventions(gate.derived().free.tape, gate.derived().interventions);
      gate.actions.setCell(from.id);
      expect(gate.derived().tape.data).toEqual(tape.data);
    }
  }
});
