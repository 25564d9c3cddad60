// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registry } from '../../src/cells/index.ts';
import { EquationsPanel } from '../../src/components/panels/EquationsPanel.tsx';
import { InspectorPanel } from '../../src/components/panels/InspectorPanel.tsx';
import { StagePanel } from '../../src/components/panels/StagePanel.tsx';
import { TablePanel } from '../../src/components/panels/TablePanel.tsx';
import { defaultInputs } from '../../src/io/defaults.ts';
import { sample } from '../setup/cases.ts';
import { mounted } from './controls/mounted.tsx';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const sequence = { kind: 'text', text: 'aba', unit: 'characters', vocabulary: null } as const;

test.each(sample(registry.map(({ id }) => id)))(
  '%s: panels tell nothing of a timestep before it is computed',
  async (cell) => {
    const { gate, user } = mounted(
      <>
        <StagePanel />
        <InspectorPanel />
        <EquationsPanel />
        <TablePanel />
      </>,
      { inputs: { ...defaultInputs, cell, H: 2, sequence }, cursor: { t: 2, position: 0 } },
    );
    await user.click(screen.getByRole('button', { name: /^numbers of unit/ }));
    const { tape } = gate.derived();
    const { signals } = gate.derived().cell;
    const told = (): string => document.body.textContent ?? '';
    /** Asks about another unit and back, so that every panel is written anew. */
    const again = (): string => {
      act(() => gate.actions.select(gate.getState().selection.signal, 1));
      act(() => gate.actions.select(gate.getState().selection.signal, 0));
      return told();
    };
    const numbers = tape.data.slice();
    for (const [position, { id }] of signals.entries()) {
      const signal = position % 2 === 0 ? id : null;
      act(() => {
        gate.actions.goTo(2, position, 'jump');
        gate.actions.select(signal, 0);
      });
      const before = told();
      for (const later of signals.slice(position)) {
        const { offset, size } = tape.slot(later.id);
        const at = 2 * tape.program.frameSize + offset;
        tape.data.fill(7.3125, at, at + size);
      }
      expect(again(), `${position} of ${signals.length}, ${signal}`).toBe(before);
      tape.data.set(numbers);
    }
    act(() => gate.actions.goTo(2, signals.length, 'jump'));
    const { offset } = tape.slot(signals[signals.length - 1].id);
    tape.data[2 * tape.program.frameSize + offset] = 7.3125;
    expect(again()).toContain('7.31');
  },
);
