// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cellOf } from '../../../src/cell/cell.ts';
import { lstm } from '../../../src/cells/lstm.ts';
import { LiveRegion } from '../../../src/components/describe/LiveRegion.tsx';
import { TimestepTable } from '../../../src/components/describe/TimestepTable.tsx';
import { tableOf } from '../../../src/notation/table.ts';
import { runOf } from '../../notation/support/runs.ts';
import { mounted } from '../controls/mounted.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the table of a timestep', () => {
  const { cell, tape } = runOf(cellOf(lstm));

  function show() {
    const rows = tableOf(cell, tape, 2, 4);
    return mounted(<TimestepTable rows={rows} caption="Timestep 2" selected={{ key: 'f', unit: 1 }} hover={null} />);
  }

  test('is a table of signals by units with headers; what is not computed yet says so', () => {
    show();
    expect(screen.getByRole('grid', { name: 'Timestep 2' })).toBeDefined();
    expect(screen.getAllByRole('columnheader').map((h) => h.textContent)).toEqual([
      'signal',
      'unit 1',
      'unit 2',
      'unit 3',
      'unit 4',
    ]);
    const [first, , forget] = screen.getAllByRole('rowheader').map((h) => h.textContent);
    expect([first, forget]).toEqual(['previous cell state Cₜ₋₁', 'forget gate fₜ']);
    const row = screen.getByRole('row', { name: /^forget gate/ });
    expect(row.textContent).toBe(`forget gate fₜ${Array.from(tape.values('f', 2), (v) => v.toFixed(2)).join('')}`);
    expect(screen.getByRole('row', { name: /^hidden state/ }).textContent).toContain('not yet');
    expect(screen.getByRole('gridcell', { selected: true }).dataset.place).toBe('2,1');
  });

  test('arrow keys walk it with one tab stop; Enter asks about the value', async () => {
    const { user, gate } = show();
    const asked = () => gate.getState().selection;
    await user.tab();
    await user.tab();
    expect(document.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect((document.activeElement as HTMLElement).dataset.place).toBe('2,1');
    await user.keyboard('{Enter}');
    expect(asked()).toEqual({ signal: 'f', unit: 1 });
    await user.keyboard('{Control>}{End}{/Control}');
    expect((document.activeElement as HTMLElement).dataset.place).toBe('10,3');
    await user.keyboard('{Enter}{ArrowRight}{ArrowDown}');
    expect(asked()).toEqual({ signal: 'f', unit: 1 });
    expect((document.activeElement as HTMLElement).dataset.place).toBe('10,3');
  });
});

describe('the live region', () => {
  const said = () => screen.getByRole('status').textContent;
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

  test('says the last of several quick messages once', () => {
    vi.useFakeTimers();
    const { rerender } = render(<LiveRegion message="one" silent={false} />);
    pass(300);
    rerender(<LiveRegion message="two" silent={false} />);
    pass(300);
    expect(said()).toBe('');
    pass(300);
    expect(said()).toBe('two');
  });

  test('is silent while playing and speaks on pause', () => {
    vi.useFakeTimers();
    const { rerender } = render(<LiveRegion message="one" silent />);
    pass(2000);
    expect(said()).toBe('');
    rerender(<LiveRegion message="one" silent={false} />);
    pass(500);
    expect(said()).toBe('one');
  });
});
