// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { moreCells } from '../../../src/cells/index.ts';
import { CellOptions } from '../../../src/components/controls/CellOptions.tsx';
import { CellSwitch } from '../../../src/components/controls/CellSwitch.tsx';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { addBrowserParts } from './browserParts.ts';
import { mounted } from './mounted.tsx';

beforeAll(addBrowserParts);
afterEach(cleanup);

const radios = (group: string): string[] =>
  within(screen.getByRole('group', { name: group }))
    .getAllByRole('radio')
    .map((radio) => (radio as HTMLInputElement).labels?.[0].textContent ?? '');

describe('the cell switch', () => {
  test('has the five main cells side by side', () => {
    mounted(<CellSwitch />);
    expect(radios('Cell')).toEqual(['RNN', 'LSTM', 'Peephole', 'Coupled', 'GRU']);
    expect((screen.getByRole('radio', { name: 'LSTM' }) as HTMLInputElement).checked).toBe(true);
  });

  test('is moved by arrows as radio buttons are', async () => {
    const { gate, user } = mounted(<CellSwitch />);
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'LSTM' }));
    await user.keyboard('{ArrowRight}');
    expect(gate.getState().inputs.cell).toBe('peephole');
    expect(gate.getState().cursor.t).toBe(1);
  });

  test('has the others under More, each with its summary, and shows which is chosen', async () => {
    const { gate, user } = mounted(<CellSwitch />);
    const more = screen.getByRole('dialog', { name: 'More cells' });
    expect(within(more).getAllByRole('button')).toHaveLength(moreCells().length);
    const mgu = within(more).getByRole('button', {
      name: 'MGU',
      description: 'A GRU with one gate that resets and updates.',
    });
    await user.click(mgu);
    expect(gate.getState().inputs.cell).toBe('mgu');
    expect(mgu.getAttribute('aria-current')).toBe('true');
    expect(screen.getAllByRole('button', { name: 'MGU' })).toHaveLength(2);
    expect(screen.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
  });
});

describe('the options of the cell', () => {
  test('are switched one by one', async () => {
    const { gate, user } = mounted(<CellOptions />, { inputs: { ...defaultInputs, cell: 'peephole' } });
    await user.click(screen.getByRole('checkbox', { name: 'f sees Cₜ₋₁' }));
    expect(gate.derived().cell.options.peepF).toBe(false);
    await user.click(screen.getByRole('radio', { name: 'full matrix' }));
    expect(gate.derived().cell.options.peepWeights).toBe('full');
  });

  test('are left out where they have no effect', async () => {
    const { user } = mounted(<CellOptions />, { inputs: { ...defaultInputs, cell: 'peephole' } });
    expect(screen.getByRole('group', { name: 'peephole weights' })).toBeTruthy();
    for (const name of ['f sees Cₜ₋₁', 'i sees Cₜ₋₁', 'o sees Cₜ'])
      await user.click(screen.getByRole('checkbox', { name }));
    expect(screen.queryByRole('group', { name: 'peephole weights' })).toBeNull();
  });

  test('with many choices are a list', async () => {
    const { gate, user } = mounted(<CellOptions />, { inputs: { ...defaultInputs, cell: 'greff' } });
    await user.selectOptions(screen.getByRole('combobox', { name: 'ablation' }), 'NFG: no forget gate');
    expect(gate.derived().cell.options.ablation).toBe('NFG');
  });
});
