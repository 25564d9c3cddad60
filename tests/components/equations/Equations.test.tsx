// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as v from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cellOf } from '../../../src/cell/cell.ts';
import { coupled } from '../../../src/cells/coupled.ts';
import { lstm } from '../../../src/cells/lstm.ts';
import { peephole } from '../../../src/cells/peephole.ts';
import { Equations } from '../../../src/components/equations/Equations.tsx';
import { interventions } from '../../../src/io/interventions.ts';
import { changedWires } from '../../../src/store/effect.ts';
import { runOf } from '../../notation/support/runs.ts';
import { mounted } from '../controls/mounted.tsx';

type Props = Parameters<typeof Equations>[0];
const run = runOf(cellOf(lstm));

function show(given: Partial<Props> = {}) {
  const onMode = vi.fn();
  const props: Props = {
    cell: run.cell,
    sizes: run.tape.program.sizes,
    readings: run.tape,
    t: 2,
    unit: 2,
    mode: 'symbols',
    selected: null,
    hover: null,
    onMode,
    ...given,
  };
  const { gate, user } = mounted(<Equations {...props} />);
  const container = document.querySelector('.equations') as HTMLElement;
  return {
    onMode,
    container,
    user,
    hovered: () => gate.getState().hover,
    asked: () => gate.getState().selection.signal,
  };
}
const item = (name: RegExp) => screen.getByRole('button', { name });

afterEach(cleanup);

describe('the equations', () => {
  test('are mathematics with a spoken name each', () => {
    const { container } = show();
    expect(container.querySelectorAll('math')).toHaveLength(6);
    expect(item(/^cell state ?: C equals f times previous C plus i times C tilde$/)).toBeDefined();
  });

  test('light up what is asked about, with its inputs', () => {
    const { container } = show({ hover: 'C' });
    const lit = (state: string) =>
      [...container.querySelectorAll(`[data-lit=${state}]`)].map((e) => e.getAttribute('data-signal'));
    expect(new Set(lit('self'))).toEqual(new Set(['C']));
    expect(new Set(lit('input'))).toEqual(new Set(['kept', 'written']));
    expect(container.querySelector('[data-active]')?.textContent).toContain('cell state');
  });

  test('strike through what a signal does not read as it is, and that alone', () => {
    const pins = v.parse(interventions, 'prev.h/f=cut@2..;C/squashed=0.5@1..1;!x/i=cut@1..');
    const struck = (t: number) => {
      const { container } = show({ t, struck: changedWires(pins, t) });
      const found = [...container.querySelectorAll('[data-struck]')].map((letter) => [
        letter.closest('[data-select]')?.getAttribute('data-signal'),
        letter.getAttribute('data-signal'),
      ]);
      cleanup();
      return found;
    };
    expect(struck(2)).toEqual([['f', 'prev.h']]);
    // the tanh of C has no letter: it is written out in h
    expect(struck(1)).toEqual([['h', 'C']]);
  });

  test('report what the pointer rests on and what is chosen, atom by atom', () => {
    const { container, hovered, asked } = show();
    const atom = container.querySelector('math[data-equation=C] [data-signal="prev.C"]') as Element;
    fireEvent.pointerOver(atom);
    expect(hovered()).toBe('prev.C');
    fireEvent.click(atom, { detail: 1 });
    expect(asked()).toBe('prev.C');
    fireEvent.click(container.querySelector('[data-signal="f.pre"] mo') as Element, { detail: 1 });
    expect(asked()).toBe('f');
  });

  test('are chosen from the keyboard', async () => {
    const { user, hovered, asked } = show();
    // jsdom guesses from the last events of any document whether a focus is to be seen
    const matches = Element.prototype.matches;
    vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector) {
      return selector === ':focus-visible' ? this === document.activeElement : matches.call(this, selector);
    });
    act(() => item(/^forget gate/).focus());
    expect(hovered()).toBe('f');
    await user.keyboard('{Enter}');
    expect(asked()).toBe('f');
  });

  test('give a folded signal its own line when it is asked about', () => {
    show({ selected: 'kept' });
    expect(item(/^kept memory ?: the kept memory equals f times previous C$/).getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  test('show the numbers of the chosen unit', async () => {
    const { onMode } = show({ mode: 'numbers' });
    const value = run.tape.values('f', 2)[2].toFixed(2);
    expect(item(/^forget gate/).textContent).toMatch(new RegExp(`f3=σ\\(.*\\)[=≈]${value}$`));
    await userEvent.click(screen.getByRole('button', { name: 'letters' }));
    expect(onMode).toHaveBeenCalledWith('symbols');
  });

  test('keep to letters while there are no numbers', () => {
    show({ mode: 'numbers', readings: null, t: 0 });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'numbers of unit 3' }).disabled).toBe(true);
    expect(item(/^cell state ?: C equals/)).toBeDefined();
  });

  test('show the shape of every letter, said as well', async () => {
    const { container, onMode } = show({ sizes: { D: 12, H: 4, P: 0 } });
    expect(container.querySelector('.shapes')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'shapes' }));
    expect(onMode).toHaveBeenCalledWith('shapes');
    cleanup();
    const shapes = show({ sizes: { D: 12, H: 4, P: 0 }, mode: 'shapes' });
    expect(item(/^forget gate ?: .*; f: H = 4, W f: H × D = 4 × 12, x: D = 12, /)).toBeDefined();
    const line = [...shapes.container.querySelectorAll('.shapes > span')].find((e) => e.textContent?.startsWith('Wi'));
    expect(line?.textContent).toBe('Wi H × D = 4 × 12');
    fireEvent.pointerOver(line as Element);
    expect(shapes.hovered()).toBe('i');
  });

  test('show the shape of the letter under the pointer, which lights its layer', () => {
    const { container, hovered } = show({ sizes: { D: 12, H: 4, P: 0 } });
    const letter = container.querySelector('[data-parameter=U_o] mi') as Element;
    fireEvent.pointerOver(letter);
    expect(container.querySelector('.pointed-shape')?.textContent).toBe('Uo H × H = 4 × 4');
    expect(hovered()).toBe('o');
    fireEvent.pointerOver(container.querySelector('math[data-equation=o] [data-signal="prev.h"]') as Element);
    expect(container.querySelector('.pointed-shape')?.textContent).toBe('ht−1 H = 4');
    fireEvent.pointerOver(container.querySelector('math[data-equation=o] [data-signal="o.pre"] > mo') as Element);
    expect(container.querySelector('.pointed-shape')).toBeNull();
  });

  test('mark what is new against another cell, and keep a ghost of what went', () => {
    const { container } = show({ cell: cellOf(peephole, { peepI: false, peepO: false }), before: run.cell });
    expect([...container.querySelectorAll('[data-mark=added]')].map((e) => e.textContent)).toEqual(['+pf⊙Ct−1']);
    cleanup();
    show({ cell: cellOf(coupled), before: run.cell });
    expect(item(/^input gate\s*changed\s*: i equals new: 1 minus f$/)).toBeDefined();
    expect(
      screen.getByRole('button', { name: /^input gate\s*before\s*: i equals sigmoid/ }).getAttribute('aria-disabled'),
    ).toBe('true');
  });
});

describe('copying as LaTeX', () => {
  test('puts every equation on the clipboard', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('button', { name: 'Copy as LaTeX' }));
    expect(await navigator.clipboard.readText()).toContain('C_t &= f_t \\odot C_{t-1} + i_t \\odot \\tilde{C}_t');
    expect(screen.getByRole('status').textContent).toBe('Copied.');
  });

  test('shows the text, marked, where the clipboard is refused', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    const { container } = show();
    await user.click(within(container).getByRole('button', { name: 'Copy as LaTeX' }));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'LaTeX source' });
    expect(field.value).toContain('\\begin{aligned}');
    expect(field.selectionEnd - field.selectionStart).toBe(field.value.length);
  });
});
