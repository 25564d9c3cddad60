// @vitest-environment jsdom

import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { InputPanel } from '../../../src/components/input/InputPanel.tsx';
import { defaultInputs } from '../../../src/io/defaults.ts';
import type { Inputs } from '../../../src/io/moment.ts';
import type { Sequence } from '../../../src/io/sequence.ts';
import { learnedIn } from '../../../src/io/weights.ts';
import { likeliest } from '../../../src/notation/outputs.ts';
import { isFirstLetter } from '../../../src/presets/firstLetter.ts';
import { presets } from '../../../src/presets/handSet.ts';
import { inputsOf } from '../../../src/presets/index.ts';
import type { Preset } from '../../../src/presets/preset.ts';
import { rowAt } from '../../../src/store/predictions.ts';
import { mounted } from '../controls/mounted.tsx';

afterEach(cleanup);

const tab = (name: string): HTMLElement => screen.getByRole('tab', { name });
const field = (): HTMLTextAreaElement => screen.getByRole('textbox');
const button = (name: string | RegExp): HTMLButtonElement => screen.getByRole('button', { name });
const alertText = (): string | null => screen.queryByRole('alert')?.textContent ?? null;

describe('the kinds of input', () => {
  test('are tabs that arrow keys move through, without stepping in time', async () => {
    const { gate, user } = mounted(<InputPanel />);
    const before = gate.getState().cursor;
    expect(tab('Text').getAttribute('aria-selected')).toBe('true');
    // focused without a click, because after one the arrow keys still belong to the player
    act(() => tab('Text').focus());
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(tab('Numbers'));
    expect(tab('Numbers').getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{End}{ArrowRight}');
    expect(document.activeElement).toBe(tab('Examples'));
    expect(screen.getAllByRole('tabpanel')).toHaveLength(1);
    expect(screen.getByRole('tabpanel', { name: 'Examples' })).toBeTruthy();
    expect(gate.getState().cursor).toBe(before);
  });
});

describe('text', () => {
  test('is read while it is typed, and a spell of typing is undone as one', async () => {
    const { gate, user } = mounted(<InputPanel />);
    await user.type(field(), ', no');
    expect(gate.derived().encoded.tokens.slice(-3)).toEqual(['fine', ',', 'no']);
    expect(gate.getState().past).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'outside' }));
    await user.type(field(), '!');
    expect(gate.getState().past).toHaveLength(2);
    act(() => gate.actions.undo());
    expect(field().value.endsWith('fine, no')).toBe(true);
    act(() => gate.actions.undo());
    expect(field().value.endsWith('was fine')).toBe(true);
  });

  test('states its limits beforehand', () => {
    mounted(<InputPanel />);
    expect(screen.getByText('At most 10,000 tokens, of which at most 512 distinct.')).toBeTruthy();
  });

  test('that is empty is refused beside the field, and the sequence stays', async () => {
    const { gate, user } = mounted(<InputPanel />);
    const before = gate.getState().inputs;
    await user.clear(field());
    expect(alertText()).toBe('The text is empty. Type at least one character. The previous sequence stays in use.');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(gate.getState().inputs).toBe(before);
    await user.type(field(), 'a');
    expect(alertText()).toBeNull();
    expect(gate.derived().encoded.tokens).toEqual(['a']);
  });

  test('of a megabyte is refused, and the sequence stays', () => {
    const { gate } = mounted(<InputPanel />);
    const before = gate.getState().inputs;
    fireEvent.change(field(), { target: { value: 'ab '.repeat(2 ** 20 / 3) } });
    expect(alertText()).toMatch(/^The text has more than 10000 tokens/);
    expect(gate.getState().inputs).toBe(before);
  });

  test('that makes too long a run is refused by the store, and the sequence stays', () => {
    const { gate } = mounted(<InputPanel />, { inputs: { ...defaultInputs, H: 512 } });
    const before = gate.getState().inputs;
    fireEvent.change(field(), { target: { value: 'a'.repeat(9000) } });
    expect(alertText()).toMatch(/^9000 timesteps do not fit/);
    expect(gate.getState().inputs).toBe(before);
  });

  test('is cut into characters as a reader sees them', async () => {
    const { gate, user } = mounted(<InputPanel />);
    fireEvent.change(field(), { target: { value: 'e\u0301👩‍🚀 ש' } });
    await user.click(screen.getByRole('radio', { name: 'characters' }));
    expect(gate.derived().encoded.tokens).toEqual(['e\u0301', '👩‍🚀', ' ', 'ש']);
    const listed = within(screen.getByRole('list', { name: /one-hot/ })).getAllByRole('listitem');
    expect(listed.map((item) => item.textContent)).toEqual(['1 e\u0301', '2 👩‍🚀', '3 ␣', '4 ש']);
    expect(listed.map((item) => item.getAttribute('aria-current'))).toEqual(['step', null, null, null]);
  });

  test('keeps a vocabulary when asked, until a token is not in it', async () => {
    const { gate, user } = mounted(<InputPanel />);
    const { D } = gate.derived().sizes;
    await user.click(screen.getByRole('checkbox', { name: /Keep this vocabulary/ }));
    fireEvent.change(field(), { target: { value: 'good film' } });
    expect(gate.derived().sizes.D).toBe(D);
    fireEvent.change(field(), { target: { value: 'good films' } });
    expect(alertText()).toBeNull();
    expect(gate.derived().sizes.D).toBe(2);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Keep this vocabulary/ }).checked).toBe(false);
  });
});

describe('text for a network that has learned other tokens', () => {
  const learned = async () => ({ inputs: (await inputsOf('trained-anbn-gru')) as Inputs });

  test('is read by the cell set by hand to name its first letter, whatever is typed, and undone as one', async () => {
    const { gate, user } = mounted(<InputPanel />, await learned());
    await user.click(tab('Text'));
    const before = gate.getState().inputs;
    await user.clear(field());
    await user.type(field(), 'Où est la clé?');
    expect(alertText()).toBeNull();
    expect(gate.getState().inputs.cell).toBe('gru');
    expect(isFirstLetter(gate.getState().inputs)).toBe(true);
    expect(gate.derived().encoded.tokens.join('')).toBe('Où est la clé?');
    const { predictions, tape } = gate.derived();
    if (!predictions) throw new Error('it answers');
    expect(predictions.head.outputs[likeliest(rowAt(predictions, tape.length).y)]).toBe('O');
    act(() => gate.actions.undo());
    expect(gate.getState().inputs).toBe(before);
  });

  test('keeps the network where it can read the text', async () => {
    const { gate, user } = mounted(<InputPanel />, await learned());
    await user.click(tab('Text'));
    await user.type(field(), 'ab');
    expect(learnedIn(gate.getState().inputs)).toEqual({ task: 'anbn', level: 20 });
    expect(gate.derived().encoded.tokens.slice(-2)).toEqual(['a', 'b']);
  });

  test('follows words as well, and a cell without such weights reads it with random ones', async () => {
    const { gate, user } = mounted(<InputPanel />, await learned());
    await user.click(tab('Text'));
    fireEvent.change(field(), { target: { value: 'to be or not' } });
    await user.click(screen.getByRole('radio', { name: 'words' }));
    expect(gate.derived().encoded.tokens).toEqual(['to', 'be', 'or', 'not']);
    expect(isFirstLetter(gate.getState().inputs)).toBe(true);
    act(() => gate.actions.setCell('mgu'));
    act(() => gate.actions.reset());
    fireEvent.change(field(), { target: { value: 'quite other words' } });
    expect(alertText()).toBeNull();
    expect(gate.getState().inputs.weights.kind).toBe('seeded');
    expect(gate.derived().encoded.tokens).toEqual(['quite', 'other', 'words']);
  });
});

describe('numbers', () => {
  const numbers = async (text: string) => {
    const all = mounted(<InputPanel />);
    await all.user.click(tab('Numbers'));
    fireEvent.change(field(), { target: { value: text } });
    await all.user.click(button('Apply'));
    return all;
  };
  const rowsOf = (sequence: Sequence): unknown => sequence.kind === 'numbers' && sequence.rows;

  test('come in with Apply, and what was decided about them is said', async () => {
    const { gate } = await numbers('price;volume\n1,5;20\n1,7;18');
    expect(rowsOf(gate.getState().inputs.sequence)).toEqual([
      [1.5, 20],
      [1.7, 18],
    ]);
    expect(gate.derived().encoded.features).toEqual(['price', 'volume']);
    expect(screen.getByText('Read 2 rows of 2 columns: price, volume')).toBeTruthy();
    expect(screen.getByText('The first row was read as column names.')).toBeTruthy();
    expect(screen.getByText(/commas were read as decimal commas/)).toBeTruthy();
    expect(gate.getState().past).toHaveLength(1);
  });

  test('that can be read in two ways are asked about', async () => {
    const { gate, user } = await numbers('1,5\n2,5');
    expect(gate.getState().past).toHaveLength(0);
    expect(screen.getByText('Is 1,5 one number with a decimal comma, or two numbers?')).toBeTruthy();
    await user.click(button('One column: 1.5'));
    expect(rowsOf(gate.getState().inputs.sequence)).toEqual([[1.5], [2.5]]);
    expect(screen.queryByRole('button', { name: /One column/ })).toBeNull();
  });

  test('with a ragged row are refused, the row is marked and what was typed stays', async () => {
    const { gate } = await numbers('1 2\n3\n4 5');
    expect(alertText()).toMatch(/^Row 2 has 1 cell, but row 1 has 2/);
    expect(gate.getState().past).toHaveLength(0);
    expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe('3');
    expect(document.activeElement).toBe(field());
  });

  test.each(['1\n1e999', '', '[1, "a", 2]'])('such as %j are refused', async (text) => {
    const { gate } = await numbers(text);
    expect(alertText()).toMatch(/stays in use\.$/);
    expect(gate.getState().past).toHaveLength(0);
  });

  test('are scaled by a formula that is shown, and given back unscaled', async () => {
    const { gate, user } = await numbers('price\n10\n20\n30');
    await user.click(screen.getByRole('radio', { name: 'from 0 to 1' }));
    expect([...gate.derived().encoded.x]).toEqual([0, 0.5, 1]);
    expect(screen.getByRole('group', { name: /Scaling/ }).textContent).toContain(
      'price: x = (value − 10) ÷ 20, so value = x · 20 + 10. The first value 10 enters as 0.',
    );
    await user.click(screen.getByRole('radio', { name: /mean 0/ }));
    expect(gate.derived().encoded.x[0]).toBeCloseTo(-Math.sqrt(1.5), 12);
    await user.click(screen.getByRole('radio', { name: 'as they are' }));
    expect([...gate.derived().encoded.x]).toEqual([10, 20, 30]);
    expect(field().value).toBe('price\n10\n20\n30');
  });

  test('keep the chosen scaling when other numbers come', async () => {
    const { gate, user } = await numbers('1\n3');
    await user.click(screen.getByRole('radio', { name: 'from 0 to 1' }));
    fireEvent.change(field(), { target: { value: '2\n4' } });
    await user.click(button('Apply'));
    expect([...gate.derived().encoded.x]).toEqual([0, 1]);
  });

  test('are offered a scale where they lie far from 1', async () => {
    const far = { kind: 'numbers', columns: ['a'], rows: [[1500], [1510], [1490]], scaling: 'none' } as const;
    const { gate, user } = mounted(<InputPanel />, { inputs: { ...defaultInputs, sequence: far } });
    expect(screen.getByText(/Cells work best with numbers near 1, and these reach 1510/)).toBeTruthy();
    await user.click(button('Scale them'));
    expect(gate.getState().inputs.sequence).toMatchObject({ scaling: 'standard' });
    // mean 1500 and standard deviation 8.165: 0, 1.2247 and −1.2247
    expect([...gate.derived().encoded.x]).toEqual([0, 1, -1].map((sign) => expect.closeTo(sign * Math.sqrt(1.5), 9)));
    expect(screen.queryByText(/numbers near 1/)).toBeNull();
  });

  test('are offered a scale where random weights make of them gates that are only shut or open', async () => {
    const warm = { kind: 'numbers', columns: ['a'], rows: [[21], [28], [24]], scaling: 'none' } as const;
    const { gate } = mounted(<InputPanel />, { inputs: { ...defaultInputs, cell: 'lstm', sequence: warm } });
    const { tape } = gate.derived();
    const values = ['f', 'i', 'o'].flatMap((signal) => [1, 2, 3].flatMap((t) => [...tape.values(signal, t)]));
    const share = Math.round((100 * values.filter((v) => v < 0.1 || v > 0.9).length) / values.length);
    expect(share).toBeGreaterThan(90);
    const hint = screen.getByText(/Cells work best with numbers near 1, and these reach 28/);
    expect(hint.textContent).toMatch(
      new RegExp(`: ${share}\\s% of the gate values of this run are below 0.1 or above 0.9`),
    );
    // numbers of the size of 1 are as they should be
    act(() => gate.actions.setSequence({ ...warm, rows: [[0.21], [0.28], [-0.24]] }));
    expect(screen.queryByText(/numbers near 1/)).toBeNull();
  });

  test('keep the scaling of the sequence that a link or an example brought', async () => {
    const sequence = { kind: 'numbers', columns: ['a'], rows: [[1], [2]], scaling: 'range' } as const;
    const { gate, user } = mounted(<InputPanel />, { inputs: { ...defaultInputs, sequence } });
    fireEvent.change(field(), { target: { value: '5\n9' } });
    await user.click(button('Apply'));
    expect([...gate.derived().encoded.x]).toEqual([0, 1]);
  });

  test('come from a file', async () => {
    const { gate, user } = await numbers('1');
    await user.upload(
      screen.getByLabelText('Choose a file…'),
      new File(['a,b\n1,2\n'], 'table.csv', { type: 'text/csv' }),
    );
    await screen.findByText(/is open/);
    expect(rowsOf(gate.getState().inputs.sequence)).toEqual([[1, 2]]);
    expect(field().value).toBe('a\tb\n1\t2');
  });

  test('do not come from a dropped binary file, which gets a sentence', async () => {
    const { gate } = await numbers('1');
    const before = gate.getState().inputs;
    const file = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1])], 'picture.png');
    fireEvent.drop(field(), { dataTransfer: { files: [file], types: ['Files'] } });
    expect((await screen.findByRole('alert')).textContent).toMatch(/This is a PNG picture\./);
    expect(gate.getState().inputs).toBe(before);
  });
});

describe('a drawn curve', () => {
  const drawing = async () => {
    const all = mounted(<InputPanel />);
    await all.user.click(tab('Draw'));
    const pad = screen.getByRole('slider', { name: 'Curve' });
    pad.getBoundingClientRect = () => new DOMRect(0, 0, 400, 140);
    const heights = (): readonly number[] => [...all.gate.derived().encoded.x];
    return { ...all, pad, heights };
  };

  test('follows the pointer and is undone as one stroke', async () => {
    const { gate, pad, heights } = await drawing();
    const at = (clientX: number, clientY: number) => ({ clientX, clientY, buttons: 1, button: 0 });
    fireEvent.pointerDown(pad, at(10, 130));
    fireEvent.pointerMove(pad, at(200, 70));
    fireEvent.pointerMove(pad, at(390, 10));
    fireEvent.pointerUp(pad);
    fireEvent.pointerMove(pad, { clientX: 10, clientY: 10, buttons: 0 });
    expect(heights()).toHaveLength(24);
    expect(heights()[0]).toBe(-1);
    expect(heights()[23]).toBe(1);
    heights().forEach((height, k, all) => {
      if (k > 0) expect(height).toBeGreaterThan(all[k - 1]);
    });
    expect(gate.getState().past).toHaveLength(1);
    act(() => gate.actions.undo());
    expect(gate.getState().inputs.sequence.kind).toBe('text');
  });

  test('is drawn without a pointer, point by point', async () => {
    const { gate, user, pad, heights } = await drawing();
    const before = gate.getState().cursor;
    act(() => pad.focus());
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowRight}{PageDown}{End}{ArrowDown}');
    expect(heights().slice(0, 3)).toEqual([0.1, -0.25, 0]);
    expect(heights()[23]).toBe(-0.05);
    expect(pad.getAttribute('aria-valuetext')).toBe('timestep 24 of 24: −0.050');
    expect(gate.getState().cursor.position).toBe(before.position);
    expect(gate.getState().past).toHaveLength(3);
    await user.keyboard('{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}');
    expect(heights()[23]).toBe(-1);
  });

  test('has as many timesteps as asked for, and is cleared', async () => {
    const { user, pad, heights } = await drawing();
    act(() => pad.focus());
    await user.keyboard('{PageUp}');
    const count = screen.getByRole('spinbutton', { name: /Timesteps/ });
    await user.clear(count);
    await user.type(count, '5{Enter}');
    expect(heights()).toEqual([0.25, 0, 0, 0, 0]);
    await user.clear(count);
    await user.type(count, '1{Enter}');
    expect(alertText()).toBe('1 is not between 2 and 200; Timesteps (2 to 200) stays 5.');
    await user.click(button('Clear'));
    expect(heights()).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('an example', () => {
  test('brings its inputs and says what to look for, until something is changed', async () => {
    const { gate, user } = mounted(<InputPanel />);
    await user.click(tab('Examples'));
    const preset = presets.find(({ id }) => id === 'first-letter-lstm') as Preset;
    await user.click(button(`LSTM: ${preset.title}`));
    expect(gate.getState().inputs).toEqual(preset.inputs);
    expect(button(`LSTM: ${preset.title}`).getAttribute('aria-pressed')).toBe('true');
    const look = screen.getByRole('region', { name: 'What to look for' });
    expect(
      within(look)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(preset.look.map(({ text }) => text));
    act(() => gate.actions.setH(8));
    expect(screen.queryByRole('region', { name: 'What to look for' })).toBeNull();
    act(() => gate.actions.undo());
    act(() => gate.actions.undo());
    expect(gate.derived().encoded.tokens[0]).toBe('this');
  });
});
