// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { ThemeChoice } from '../../../src/components/controls/ThemeChoice.tsx';
import { UndoRedo } from '../../../src/components/controls/UndoRedo.tsx';
import { UnitPicker } from '../../../src/components/controls/UnitPicker.tsx';
import { ViewControls } from '../../../src/components/controls/ViewControls.tsx';
import { mounted } from './mounted.tsx';

afterEach(cleanup);

describe('the unit picker', () => {
  test('counts units from one and keeps the signal', async () => {
    const { gate, user } = mounted(<UnitPicker />, { selection: { signal: 'f', unit: 0 } });
    expect(screen.getAllByRole('radio')).toHaveLength(4);
    await user.click(screen.getByRole('radio', { name: '3' }));
    expect(gate.getState().selection).toEqual({ signal: 'f', unit: 2 });
  });

  test('is a list above sixteen units', async () => {
    const { gate, user } = mounted(<UnitPicker />);
    act(() => gate.actions.setH(16));
    expect(screen.getAllByRole('radio')).toHaveLength(16);
    act(() => gate.actions.setH(17));
    expect(screen.queryByRole('radio')).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'unit' }), '17');
    expect(gate.getState().selection.unit).toBe(16);
  });

  test('names the features of the input', async () => {
    const { gate, user } = mounted(<UnitPicker />, { selection: { signal: 'x', unit: 0 } });
    await user.click(screen.getByRole('radio', { name: 'not' }));
    expect(gate.getState().selection).toEqual({ signal: 'x', unit: 3 });
  });
});

describe('the view controls', () => {
  test('set zoom, chain and theme', async () => {
    const { gate, user } = mounted(
      <>
        <ViewControls />
        <ThemeChoice />
      </>,
    );
    await user.click(screen.getByRole('radio', { name: 'one unit' }));
    await user.click(screen.getByRole('radio', { name: 'loop' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'theme' }), 'projector');
    expect(gate.getState().view).toMatchObject({ zoom: 'unit', chain: 'folded', theme: 'projector' });
  });
});

describe('undo and redo', () => {
  test('have nothing to do at first, then take back and repeat', async () => {
    const { gate, user } = mounted(<UndoRedo />);
    const [undo, redo] = [screen.getByRole('button', { name: 'Undo' }), screen.getByRole('button', { name: 'Redo' })];
    expect([undo, redo].map((button) => button.getAttribute('aria-disabled'))).toEqual(['true', 'true']);
    act(() => gate.actions.setCell('gru'));
    await user.click(undo);
    expect(gate.getState().inputs.cell).toBe('lstm');
    expect([undo, redo].map((button) => button.getAttribute('aria-disabled'))).toEqual(['true', null]);
    await user.click(redo);
    expect(gate.getState().inputs.cell).toBe('gru');
  });
});
