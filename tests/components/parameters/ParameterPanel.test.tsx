// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { NumberField } from '../../../src/components/parameters/NumberField.tsx';
import { ParameterPanel } from '../../../src/components/parameters/ParameterPanel.tsx';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { mounted } from '../controls/mounted.tsx';

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
});
afterEach(cleanup);

const button = (name: string | RegExp): HTMLButtonElement => screen.getByRole('button', { name });
const grid = (): HTMLElement => screen.getByRole('grid');
const cell = (row: number, column: number): HTMLElement => {
  const found = grid().querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  if (!found) throw new Error(`no cell ${row}, ${column}`);
  return found;
};
const place = (): string => {
  const { row, column } = (document.activeElement as HTMLElement).dataset;
  return `${row},${column}`;
};
const field = (name: string | RegExp): HTMLInputElement => screen.getByRole('spinbutton', { name });
const alertText = (): string | null => screen.queryByRole('alert')?.textContent ?? null;

describe('the matrices', () => {
  test('stand layer by layer with their sizes, the initial states last', () => {
    mounted(<ParameterPanel />, { inputs: { ...defaultInputs, cell: 'peephole' } });
    const groups = screen.getAllByRole('group').map((group) => [
      group.getAttribute('aria-label'),
      within(group)
        .getAllByRole('button')
        .map((b) => b.textContent),
    ]);
    expect(groups).toEqual([
      ['forget gate', expect.arrayContaining(['Wf 4 × 10', 'Uf 4 × 4', 'pf 4', 'bf 4'])],
      ['input gate', expect.arrayContaining(['Wi 4 × 10', 'pi 4'])],
      ['candidate', expect.not.arrayContaining(['pC 4'])],
      ['output gate', expect.arrayContaining(['po 4'])],
      ['initial states', ['C0 4', 'h0 4']],
    ]);
  });

  test('have rows named by units and columns by what they weigh', async () => {
    const { user } = mounted(<ParameterPanel />, { inputs: defaultInputs });
    await user.click(button(/^Wf/));
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe(
      'Wf: weights of the forget gate on the input H × D = 4 × 10',
    );
    expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual(['f₁', 'f₂', 'f₃', 'f₄']);
    const headers = screen.getAllByRole('columnheader').slice(1);
    expect(headers.slice(0, 4).map((header) => header.textContent)).toEqual(['t', 'h', 'e', '␣']);
    expect(grid().getAttribute('aria-colcount')).toBe('11');
  });

  test('stay chosen when another cell has them too', async () => {
    const { gate, user } = mounted(<ParameterPanel />);
    await user.click(button(/^Wi/));
    act(() => gate.actions.setCell('peephole'));
    expect(button(/^Wi/).getAttribute('aria-pressed')).toBe('true');
    act(() => gate.actions.setCell('gru'));
    expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(1);
  });

  test('too large to show whole are shown in part, and every cell is reached', async () => {
    const { user } = mounted(<ParameterPanel />, { inputs: { ...defaultInputs, H: 64 } });
    await user.click(button(/^Uf/));
    expect(screen.getAllByRole('gridcell').length).toBeLessThan(500);
    act(() => cell(0, 0).focus());
    await user.keyboard('{Control>}{End}{/Control}');
    expect(place()).toBe('63,63');
    expect(document.activeElement?.closest('[role="row"]')?.getAttribute('aria-rowindex')).toBe('65');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(place()).toBe('0,0');
  });
});

describe('a cell of a matrix', () => {
  const opened = async (matrix: RegExp = /^Uf/) => {
    const all = mounted(<ParameterPanel />);
    await all.user.click(button(matrix));
    await all.user.click(cell(1, 2));
    const value = (): number => all.gate.derived().parameters.U_f[1 * 4 + 2];
    return { ...all, value };
  };

  test('is the only one that the tab key reaches, and arrows move without stepping in time', async () => {
    const { gate, user } = await opened();
    const before = gate.getState().cursor;
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(place()).toBe('2,3');
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}{Home}');
    expect(place()).toBe('3,0');
    expect(screen.getAllByRole('gridcell').filter((each) => each.tabIndex === 0)).toEqual([cell(3, 0)]);
    expect(gate.getState().cursor).toBe(before);
  });

  test('lights up the layer it belongs to while it has focus', async () => {
    const { gate, user } = await opened();
    expect(gate.getState().hover).toBe('f');
    await user.click(button('outside'));
    expect(gate.getState().hover).toBeNull();
  });

  test.each([
    ['-0,25', -0.25],
    ['1.5', 1.5],
    ['−2', -2],
    ['1e-3', 0.001],
    ['.5', 0.5],
  ])('takes %s', async (text, expected) => {
    const { gate, user, value } = await opened();
    await user.keyboard(`${text}{Enter}`);
    expect(value()).toBe(expected);
    expect(place()).toBe('1,2');
    expect(gate.getState().past).toHaveLength(1);
  });

  test('is edited with Enter from its exact value, and left as it was with Escape', async () => {
    const { gate, user, value } = await opened();
    const before = value();
    await user.keyboard('{Enter}');
    const input = screen.getByRole('textbox', { name: 'New value of f₂, h₃' }) as HTMLInputElement;
    expect(Number(input.value)).toBe(before);
    await user.keyboard('7{Escape}');
    expect(value()).toBe(before);
    expect(place()).toBe('1,2');
    expect(gate.getState().past).toHaveLength(0);
  });

  test.each(['abc', '1.2.3', '-', '1e999'])('refuses %s with a sentence and keeps its value', async (text) => {
    const { gate, user, value } = await opened();
    const before = value();
    await user.keyboard('{Enter}');
    await user.clear(screen.getByRole('textbox'));
    await user.type(screen.getByRole('textbox'), `${text}{Enter}`);
    expect(alertText()).toContain(`“${text}” is not a number; f₂, h₃ stays`);
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    await user.keyboard('{Escape}');
    expect(alertText()).toBeNull();
    expect(value()).toBe(before);
    expect(gate.getState().past).toHaveLength(0);
  });

  test('takes what was typed when focus leaves', async () => {
    const { user, value } = await opened();
    await user.keyboard('3');
    await user.click(button('outside'));
    expect(value()).toBe(3);
  });

  test('is nudged by keys, a visit being undone as one', async () => {
    const { gate, user, value } = await opened();
    await user.keyboard('0{Enter}{PageUp}{PageUp}{Alt>}{ArrowUp}{ArrowDown}{ArrowDown}{/Alt}{PageDown}');
    expect(value()).toBe(0.09);
    expect(screen.getByRole('status').textContent).toBe('f₂, h₃ is now 0.090');
    expect(gate.getState().past).toHaveLength(2);
    await user.keyboard('{ArrowRight}{ArrowLeft}{PageUp}');
    expect(gate.getState().past).toHaveLength(3);
    act(() => gate.actions.undo());
    expect(value()).toBe(0.09);
  });

  test('is dragged up and to the right, slower with Shift, and a drag is undone as one', async () => {
    const { gate, user, value } = await opened();
    await user.keyboard('0{Enter}');
    const at = (clientX: number, clientY: number, shiftKey = false) => ({
      clientX,
      clientY,
      shiftKey,
      button: 0,
      buttons: 1,
    });
    fireEvent.pointerDown(cell(1, 2), at(100, 100));
    fireEvent.pointerMove(cell(1, 2), at(102, 100));
    expect(value()).toBe(0);
    fireEvent.pointerMove(cell(1, 2), at(120, 100));
    expect(value()).toBeCloseTo(0.2, 12);
    fireEvent.pointerMove(cell(1, 2), at(120, 70));
    expect(value()).toBeCloseTo(0.5, 12);
    fireEvent.pointerMove(cell(1, 2), at(100, 70, true));
    expect(value()).toBeCloseTo(0.48, 12);
    fireEvent.pointerUp(cell(1, 2));
    fireEvent.pointerMove(cell(1, 2), { clientX: 500, clientY: 0, buttons: 0 });
    expect(value()).toBeCloseTo(0.48, 12);
    expect(gate.getState().past).toHaveLength(2);
    act(() => gate.actions.undo());
    expect(value()).toBe(0);
  });

  test('is let go when the release was not seen', async () => {
    const { user, value } = await opened();
    await user.keyboard('0{Enter}');
    fireEvent.pointerDown(cell(1, 2), { clientX: 100, clientY: 100, button: 0, buttons: 1 });
    fireEvent.pointerMove(cell(1, 2), { clientX: 200, clientY: 100, buttons: 0 });
    fireEvent.pointerMove(cell(1, 2), { clientX: 300, clientY: 100, buttons: 1 });
    expect(value()).toBe(0);
  });

  test('is dragged by touch only once it has focus, so that the matrix can be scrolled', async () => {
    const { value } = await opened();
    const before = value();
    const touch = (clientX: number) => ({ clientX, clientY: 100, button: 0, buttons: 1, pointerType: 'touch' });
    act(() => cell(0, 0).focus());
    fireEvent.pointerDown(cell(1, 2), touch(100));
    fireEvent.pointerMove(cell(1, 2), touch(150));
    expect(value()).toBe(before);
    act(() => cell(1, 2).focus());
    fireEvent.pointerDown(cell(1, 2), touch(100));
    fireEvent.pointerMove(cell(1, 2), touch(150));
    expect(value()).toBeCloseTo(before + 0.5, 12);
  });

  test('of an initial state sets what the first timestep starts from', async () => {
    const { gate, user } = mounted(<ParameterPanel />);
    await user.click(button(/^C0/));
    await user.click(cell(3, 0));
    expect(gate.getState().hover).toBe('prev.C');
    await user.keyboard('0.5{Enter}');
    expect([...gate.derived().tape.values('C', 0)]).toEqual([0, 0, 0, 0.5]);
  });
});

describe('where the parameters come from', () => {
  test('is a seed, shown and drawn anew', async () => {
    const { gate, user } = mounted(<ParameterPanel />);
    const first = gate.derived().parameters.W_f;
    await user.click(button('Randomise'));
    const { seed } = gate.getState().inputs.weights.initialisation;
    expect(field('Seed').value).toBe(String(seed));
    expect(gate.derived().parameters.W_f).not.toEqual(first);
    await user.clear(field('Seed'));
    await user.type(field('Seed'), '1{Enter}');
    expect(gate.derived().parameters.W_f).toEqual(first);
  });

  test.each([
    ['Seed', '1.5', '1.5 is not a whole number; Seed stays 1.'],
    ['Seed', '-1', '-1 is not between 0 and 4294967295; Seed stays 1.'],
    ['Gain', 'much', '“much” is not a number; Gain stays 1.5.'],
    ['H, hidden units', '65', '65 is not between 1 and 64; H, hidden units stays 4.'],
  ])('refuses %s %s and keeps the value, and what was typed until it is given up', async (name, text, message) => {
    const { gate, user } = mounted(<ParameterPanel />);
    await user.clear(field(name));
    await user.type(field(name), `${text}{Enter}`);
    expect(alertText()).toBe(message);
    expect(field(name).getAttribute('aria-invalid')).toBe('true');
    expect(gate.getState().past).toHaveLength(0);
    await user.tab();
    expect(field(name).value).toBe(text);
    expect(alertText()).toBe(message);
    await user.click(field(name));
    await user.keyboard('{Escape}');
    expect(field(name).value).toBe(field(name).getAttribute('aria-valuenow'));
    expect(alertText()).toBeNull();
  });

  test('tells its value and its bounds in decimal digits, and no bound where there is none', () => {
    mounted(
      <NumberField label="Rate" value={2e-8} step={1} min={1e-9} max={Number.POSITIVE_INFINITY} onCommit={() => {}} />,
    );
    const [now, least, most] = ['now', 'min', 'max'].map((name) => field('Rate').getAttribute(`aria-value${name}`));
    expect([now, least, most]).toEqual(['0.00000002', '0.000000001', null]);
  });

  test('gives up what it refused once the value changes by other means', async () => {
    const { gate, user } = mounted(<ParameterPanel />);
    await user.clear(field('Seed'));
    await user.type(field('Seed'), '1.5{Enter}');
    act(() => gate.actions.setSeed(7));
    expect(field('Seed').value).toBe('7');
    expect(alertText()).toBeNull();
  });

  test('takes gain and forget bias, with a decimal comma too', async () => {
    const { gate, user } = mounted(<ParameterPanel />);
    await user.clear(field('Gain'));
    await user.type(field('Gain'), '0,5{Enter}');
    await user.click(field('Forget bias'));
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');
    expect(gate.getState().inputs.weights.initialisation).toMatchObject({ gain: 0.5, forgetBias: 1.1 });
    expect([...gate.derived().parameters.b_f]).toEqual([1.1, 1.1, 1.1, 1.1]);
    expect(gate.getState().past).toHaveLength(2);
    act(() => gate.actions.setCell('gru'));
    expect(screen.queryByRole('spinbutton', { name: 'Forget bias' })).toBeNull();
  });

  test('counts the parameters for any number of units', () => {
    const { gate } = mounted(<ParameterPanel />, { inputs: defaultInputs });
    // 4 gates of 10 inputs, 4 hidden units and a bias
    expect(screen.getByText('240').parentElement?.textContent).toMatch(
      /240 parameters = 4 · H · \(D \+ H \+ 1\), with D = 10 and H = 4/,
    );
    fireEvent.change(screen.getByRole('slider', { name: 'H, hidden units' }), { target: { value: '5' } });
    fireEvent.change(screen.getByRole('slider', { name: 'H, hidden units' }), { target: { value: '6' } });
    expect(gate.derived().sizes.H).toBe(6);
    expect(gate.getState().past).toHaveLength(1);
    expect(screen.getByText('408')).toBeTruthy();
  });

  test('names what was edited, until it is reset', async () => {
    const { gate, user } = mounted(<ParameterPanel />);
    expect(button('Reset to the seed').disabled).toBe(true);
    act(() => gate.actions.editParameter('W_o', 0, 3));
    act(() => gate.actions.setInitial('h', 0, 1));
    expect(screen.getByText(/Not from the seed: Wo, initial h\./)).toBeTruthy();
    await user.click(button('Reset to the seed'));
    expect(screen.queryByText(/Not from the seed/)).toBeNull();
    expect(gate.getState().inputs.weights.kind).toBe('seeded');
  });
});
