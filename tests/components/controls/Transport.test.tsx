// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Transport } from '../../../src/components/controls/Transport.tsx';
import { defaultInputs, defaultView } from '../../../src/io/defaults.ts';
import { mounted } from './mounted.tsx';

afterEach(cleanup);

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const slider = (): HTMLElement => screen.getByRole('slider', { name: 'Timestep' });

describe('the transport', () => {
  test('steps by what is chosen', async () => {
    const { gate, user } = mounted(<Transport />, { cursor: { t: 3, position: 9 } });
    await user.click(screen.getByRole('radio', { name: 'timestep' }));
    await user.click(button('Forward one timestep'));
    expect(gate.getState().cursor).toEqual({ t: 4, position: 9 });
    await user.click(screen.getByRole('radio', { name: 'operation' }));
    await user.click(button('Back one operation'));
    expect(gate.getState().cursor).toEqual({ t: 4, position: 8 });
    expect(screen.getByRole('group', { name: 'step by' })).toBeTruthy();
  });

  test('goes to both ends and has nothing to do beyond them', async () => {
    const { gate, user } = mounted(<Transport />);
    await user.click(button('To the end'));
    expect(gate.getState().cursor).toEqual({ t: 12, position: 9 });
    expect(button('To the end').getAttribute('aria-disabled')).toBe('true');
    expect(button('Forward one stage').getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button('To the end'));
    await user.click(button('To the start'));
    expect(gate.getState().cursor).toEqual({ t: 1, position: 0 });
    expect(button('Back one stage').getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('t = 1 of 12 · start')).toBeTruthy();
  });

  test('plays and pauses with one button', async () => {
    const { gate, clock, user } = mounted(<Transport />, { cursor: { t: 1, position: 0 } });
    await user.click(button('Play'));
    act(() => clock.pass(3000));
    expect(gate.getState().playing).toBe(true);
    expect(gate.getState().cursor.position).toBeGreaterThan(0);
    await user.click(button('Pause'));
    expect(gate.getState().playing).toBe(false);
    expect(button('Play')).toBeTruthy();
  });

  test('says the timestep and its token in words', () => {
    const { gate } = mounted(<Transport />, { cursor: { t: 4, position: 3 } });
    expect(slider().getAttribute('aria-valuetext')).toBe('timestep 4 of 12, token ‘not’');
    expect(screen.getByText('t = 4 of 12 · Input')).toBeTruthy();
    act(() => gate.actions.setSequence({ kind: 'text', text: 'a b', unit: 'characters', vocabulary: null }));
    act(() => gate.actions.goTo(2));
    expect(slider().getAttribute('aria-valuetext')).toBe('timestep 2 of 3, token space');
    act(() => gate.actions.setSequence({ kind: 'numbers', columns: ['a'], rows: [[0.5], [-2]], scaling: 'none' }));
    // numbers after a text are shown from their first row
    expect(slider().getAttribute('aria-valuetext')).toBe('timestep 1 of 2, value 0.5');
    act(() => gate.actions.goTo(2));
    expect(slider().getAttribute('aria-valuetext')).toBe('timestep 2 of 2, value −2');
  });

  test('follows the slider without motion', () => {
    const { gate } = mounted(<Transport />, { settings: { motion: 'auto' } });
    fireEvent.change(slider(), { target: { value: '7' } });
    expect(gate.getState().cursor).toEqual({ t: 7, position: 9 });
    expect(gate.playhead.head).toBe(9);
  });

  test('changes the speed, and shows one that a link has brought', async () => {
    const view = { ...defaultView, speed: 0.7 };
    const { gate, user } = mounted(<Transport />, { view });
    const speed = screen.getByRole('combobox', { name: 'speed' });
    expect((speed as HTMLSelectElement).selectedOptions[0].textContent).toBe('0.7×');
    await user.selectOptions(speed, '2×');
    expect(gate.getState().view.speed).toBe(2);
  });

  test('stands still without a sequence', () => {
    const sequence = { kind: 'text', text: '', unit: 'words', vocabulary: null } as const;
    mounted(<Transport />, { inputs: { ...defaultInputs, sequence } });
    expect((slider() as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByText('empty sequence')).toBeTruthy();
    expect(button('Play').getAttribute('aria-disabled')).toBe('true');
  });
});
