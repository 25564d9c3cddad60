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
  const units = () => screen.getByRole('combobox', { name: 'unit' });

  test('counts units from one and keeps the signal', async () => {
    const { gate, user } = mounted(<UnitPicker />, { selection: { signal: 'f', unit: 0 } });
    expect([...units().children].map((option) => option.textContent)).toEqual(['1', '2', '3', '4']);
    await user.selectOptions(units(), '3');
    expect(gate.getState().selection).toEqual({ signal: 'f', unit: 2 });
  });

  test('follows the number of units', async () => {
    const { gate, user } = mounted(<UnitPicker />);
    act(() => gate.actions.setH(17));
    await user.selectOptions(units(), '17');
    expect(gate.getState().selection.unit).toBe(16);
  });

  test('names the features of the input', async () => {
    const { gate, user } = mounted(<UnitPicker />, { selection: { signal: 'x', unit: 0 } });
    await user.selectOptions(screen.getByRole('combobox', { name: 'input' }), 'not');
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
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    act(() => gate.actions.setCell('gru'));
    const [undo, redo] = [screen.getByRole('button', { name: 'Undo' }), screen.getByRole('button', { name: 'Redo' })];
    expect([undo, redo].map((button) => button.getAttribute('aria-disabled'))).toEqual([null, 'true']);
    await user.click(undo);
    expect(gate.getState().inputs.cell).toBe('lstm');
    expect([undo, redo].map((button) => button.getAttribute('aria-disabled'))).toEqual(['true', null]);
    await user.click(redo);
    expect(gate.getState().inputs.cell).toBe('gru');
  });
});
