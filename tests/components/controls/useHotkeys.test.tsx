// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { HotkeyHelp } from '../../../src/components/controls/HotkeyHelp.tsx';
import { hotkeys } from '../../../src/components/controls/hotkeys.ts';
import { Transport } from '../../../src/components/controls/Transport.tsx';
import { addBrowserParts } from './browserParts.ts';
import { mounted } from './mounted.tsx';

beforeAll(addBrowserParts);
afterEach(cleanup);

const start = { cursor: { t: 6, position: 9 } } as const;
const diagram = (
  <button type="button" data-testid="diagram">
    diagram
  </button>
);

/** Focuses an element inside that handles no arrow keys itself. */
function inside(): void {
  screen.getByTestId('diagram').focus();
}

describe('the keys', () => {
  test.each([
    ['{ArrowRight}', 7, 2],
    ['{ArrowLeft}', 6, 6],
    ['.', 7, 1],
    [',', 6, 8],
    ['l', 12, 9],
    ['j', 1, 9],
    ['{Shift>}{ArrowRight}{/Shift}', 12, 9],
    ['{Shift>}{ArrowLeft}{/Shift}', 1, 9],
    ['{Home}', 1, 0],
    ['{End}', 12, 9],
    ['0', 1, 9],
    ['5', 7, 9],
    ['9', 11, 9],
    ['{Alt>}{ArrowRight}{/Alt}', 6, 9],
    ['{Control>}{ArrowRight}{/Control}', 6, 9],
    ['x', 6, 9],
  ])('%s leads from timestep 6 to timestep %i with %i computed', async (keys, t, position) => {
    const { gate, user } = mounted(diagram, start);
    inside();
    await user.keyboard(keys);
    expect(gate.getState().cursor).toEqual({ t, position });
  });

  test('k plays and pauses, < and > change the speed, ? asks for help', async () => {
    const onHelp = vi.fn();
    const { gate, user } = mounted(diagram, { ...start, onHelp });
    inside();
    await user.keyboard('k');
    expect(gate.getState().playing).toBe(true);
    await user.keyboard('k');
    expect(gate.getState().playing).toBe(false);
    await user.keyboard('>');
    expect(gate.getState().view.speed).toBe(2);
    await user.keyboard('<<');
    expect(gate.getState().view.speed).toBe(0.5);
    await user.keyboard('?');
    expect(onHelp).toHaveBeenCalledOnce();
  });

  test('undo and redo', async () => {
    const { gate, user } = mounted(diagram, start);
    inside();
    gate.actions.setH(7);
    await user.keyboard('{Control>}z{/Control}');
    expect(gate.getState().inputs.H).toBe(4);
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(gate.getState().inputs.H).toBe(7);
  });

  test('do nothing while focus is outside', async () => {
    const { gate, user } = mounted(diagram, start);
    screen.getByRole('button', { name: 'outside' }).focus();
    await user.keyboard('{ArrowRight}k5');
    expect(gate.getState()).toMatchObject({ ...start, playing: false });
  });

  test('do nothing where the page has switched them off', async () => {
    const { gate, user } = mounted(diagram, { ...start, settings: { hotkeys: false } });
    inside();
    await user.keyboard('{ArrowRight}k5');
    expect(gate.getState()).toMatchObject({ ...start, playing: false });
  });

  test('belong to a text field when it has focus', async () => {
    const { gate, user } = mounted(<input aria-label="text" />, start);
    await user.type(screen.getByRole('textbox'), 'j5, k?{ArrowLeft} ');
    expect(gate.getState()).toMatchObject({ ...start, playing: false });
    expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('j5, k ?');
  });

  test('belong to a slider, a radio button or a button only as far as it needs them', async () => {
    const { gate, user } = mounted(<Transport />, start);
    fireEvent.keyDown(screen.getByRole('slider'), { key: 'Home' });
    expect(gate.getState().cursor.t).toBe(6);
    screen.getByRole('slider').focus();
    await user.keyboard('l');
    expect(gate.getState().cursor.t).toBe(12);
    screen.getByRole('radio', { name: 'stage' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(gate.getState().view.granularity).toBe('operation');
    expect(gate.getState().cursor.t).toBe(12);
    screen.getByRole('button', { name: 'To the start' }).focus();
    await user.keyboard(' ');
    expect(gate.getState()).toMatchObject({ playing: false, cursor: { t: 1, position: 0 } });
    await user.keyboard('k');
    expect(gate.getState().playing).toBe(true);
  });

  test('belong to a part that says so', async () => {
    const { gate, user } = mounted(
      <>
        <button type="button" data-owns-keys="all">
          all
        </button>
        <button type="button" data-owns-keys="arrows">
          arrows
        </button>
      </>,
      start,
    );
    screen.getByText('all').focus();
    await user.keyboard('5{ArrowRight}');
    screen.getByText('arrows').focus();
    await user.keyboard('{ArrowRight}');
    expect(gate.getState().cursor).toEqual(start.cursor);
    await user.keyboard('.');
    expect(gate.getState().cursor).toEqual({ t: 7, position: 1 });
  });

  test('each lead to one thing', () => {
    const keys = hotkeys.flatMap((hotkey) => hotkey.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the help', () => {
  test('lists every key and can be closed', async () => {
    const onClose = vi.fn();
    const { user } = mounted(<HotkeyHelp open onClose={onClose} />);
    const dialog = screen.getByRole('dialog', { name: 'Keys' });
    // the head, and three ways that are no key of their own
    expect(within(dialog).getAllByRole('row')).toHaveLength(hotkeys.length + 4);
    expect(within(dialog).getByRole('row', { name: /^a click on a token go to its timestep/ })).toBeTruthy();
    expect(within(dialog).getByRole('row', { name: 'J, Shift + ← ten timesteps back' })).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalled();
  });

  test('is hidden until it is asked for', () => {
    mounted(<HotkeyHelp open={false} onClose={() => {}} />);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
