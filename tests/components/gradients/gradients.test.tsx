// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ViewControls } from '../../../src/components/controls/ViewControls.tsx';
import { Diagram } from '../../../src/components/diagram/Diagram.tsx';
import { Legends } from '../../../src/components/diagram/Legends.tsx';
import { Announcer } from '../../../src/components/panels/Announcer.tsx';
import { InspectorPanel } from '../../../src/components/panels/InspectorPanel.tsx';
import { StagePanel } from '../../../src/components/panels/StagePanel.tsx';
import { TablePanel } from '../../../src/components/panels/TablePanel.tsx';
import { uniform } from '../../../src/engine/parameters.ts';
import { defaultInputs, defaultView } from '../../../src/io/defaults.ts';
import { displayed, readBack } from '../../../src/notation/number.ts';
import type { Gatescope } from '../../../src/store/gatescope.ts';
import type { Gradient } from '../../../src/store/gradient/gradient.ts';
import { gradientColour } from '../../../src/theme/colour.ts';
import { withHead } from '../../store/given.ts';
import { mounted } from '../controls/mounted.tsx';

beforeEach(() => {
  const media = { matches: false, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => media);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const drawn = (seed: number, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, k) => 2 * uniform(seed, k));
const head = { outputs: ['yes', 'no', ' '], asks: 'class', W: drawn(5, 12), b: drawn(6, 3) } as const;
const asking = { inputs: withHead(defaultInputs, head), view: { ...defaultView, shows: 'gradients' } } as const;
const gradientOf = (gate: Gatescope): Gradient => {
  const gradient = gate.takeGradient(gate.derived(), gate.getState().view);
  if (!gradient) throw new Error('there are timesteps');
  return gradient;
};

describe('the switch between values and gradients', () => {
  test('turns the table to derivatives and back, and says of what', async () => {
    const { gate, user } = mounted(
      <>
        <ViewControls />
        <TablePanel />
      </>,
      { inputs: asking.inputs },
    );
    const shown = (): (string | null)[] =>
      [...document.querySelectorAll('[data-signal="f"] [role="gridcell"]')].map((cell) => cell.textContent);
    const values = shown();
    expect(values).toEqual([...gate.derived().tape.values('f', 1)].map((value) => displayed(value)));
    await user.click(screen.getByRole('radio', { name: 'gradients' }));
    expect(shown()).toEqual([...gradientOf(gate).adjoint.values('f', 1)].map((value) => displayed(value)));
    expect(screen.getByRole('grid').querySelector('caption')?.textContent).toMatch(
      /^Derivatives of log p\((“yes”|“no”|space)\) at timestep 22\. Timestep 1 of 22/,
    );
    await user.click(screen.getByRole('radio', { name: 'values' }));
    expect(shown()).toEqual(values);
  });

  test('shows what is derived even where the timestep is not finished: a gradient takes the whole run', () => {
    mounted(<TablePanel />, { ...asking, cursor: { t: 3, position: 1 } });
    expect(screen.queryByText('not yet')).toBeNull();
  });

  test('is announced with what the gradients are of', async () => {
    const { gate } = mounted(<Announcer />, { inputs: asking.inputs });
    act(() => gate.actions.setShows('gradients'));
    const said = await screen.findByText(/the derivative of log p\(.+\) at timestep 22 with respect to hidden state/);
    expect(said.textContent).toContain(displayed(gradientOf(gate).adjoint.values('h', 1)[0]));
  });

  test('gives the sentence of the stage a label: it tells values', () => {
    const { gate } = mounted(<StagePanel />, { inputs: asking.inputs });
    expect(screen.queryByText(/This sentence describes values/)).toBeNull();
    act(() => gate.actions.setShows('gradients'));
    expect(screen.getByText(/This sentence describes values/)).toBeTruthy();
  });

  test('puts the key of gradients in place of those of values, from the largest of the run', () => {
    const { gate } = mounted(<Legends />, asking);
    const [figure, ...others] = screen.getAllByRole('figure');
    expect(others).toEqual([]);
    expect(figure.textContent).toContain('Gradient');
    const ticks = within(figure)
      .getAllByRole('listitem')
      .map((tick) => tick.textContent);
    expect(ticks.at(-1)).toBe(displayed(gradientOf(gate).largest));
    expect(ticks).toHaveLength(5);
  });
});

describe('the diagram of gradients', () => {
  test('colours each lane by the derivative relative to the largest, also where the cursor has not been', () => {
    const { gate } = mounted(<Diagram />, { ...asking, cursor: { t: 3, position: 0 } });
    const { adjoint, largest } = gradientOf(gate);
    const lanes = [...document.querySelectorAll('.wire[data-signal="f"] path')].map((lane) =>
      lane.getAttribute('stroke'),
    );
    for (const value of adjoint.values('f', 3)) expect(lanes).toContain(gradientColour(value / largest, false));
  });

  test('says that it shows no values, and lets L be chosen', async () => {
    const { gate, user } = mounted(<Diagram />, { ...asking, cursor: { t: 5, position: 9 } });
    const region = within(await screen.findByRole('region', { name: 'Gradients' }));
    expect(region.getByText(/Gradients, not values/)).toBeTruthy();
    await user.selectOptions(region.getByRole('combobox'), 'no');
    await user.click(region.getByRole('radio', { name: 'this, t = 5' }));
    expect(gradientOf(gate).of).toEqual({ kind: 'class', output: 1, t: 5 });
    act(() => gate.actions.goTo(7));
    expect((region.getByRole('radio', { name: 't = 5' }) as HTMLInputElement).checked).toBe(true);
    await user.click(region.getByRole('radio', { name: 'last, t = 22' }));
    expect(gradientOf(gate).of.t).toBe(22);
  });

  test('without a head takes a unit of the hidden state', async () => {
    const { gate, user } = mounted(<Diagram />, { ...asking, inputs: defaultInputs });
    const choice = await screen.findByRole('combobox');
    expect([...choice.children].map((option) => option.textContent)).toEqual(['h₁', 'h₂', 'h₃', 'h₄']);
    await user.selectOptions(choice, 'h₃');
    expect(gradientOf(gate).of).toEqual({ kind: 'unit', output: 2, t: 22 });
    expect([...gradientOf(gate).adjoint.values('h', 22)]).toEqual([0, 0, 1, 0]);
  });
});

describe('where a gradient comes from', () => {
  const rows = (): HTMLElement[] => screen.getAllByRole('listitem').filter((row) => row.matches('.contribution'));
  const printed = (element: Element): number =>
    readBack(element.querySelector('.value')?.textContent?.replace('+', '') ?? '');

  test.each([
    ['C', 5],
    ['h', 5],
    ['h', 22],
    ['x', 5],
    ['prev.C', 1],
  ] as const)('adds up in print: %s at timestep %i', (signal, t) => {
    const { gate } = mounted(<InspectorPanel />, {
      ...asking,
      cursor: { t, position: 9 },
      selection: { signal, unit: 2 },
    });
    const id = signal.replace('prev.', '');
    const value = gradientOf(gate).adjoint.values(id, id === signal ? t : t - 1)[2];
    const total = printed(document.querySelector('.total') as Element);
    expect(
      rows()
        .map(printed)
        .reduce((a, b) => a + b, 0),
    ).toBeCloseTo(total, 9);
    expect(Math.abs(total - value)).toBeLessThanOrEqual(0.05 * Math.abs(value));
  });

  test('names the users of the cell state: what is kept of it, and its squashing', () => {
    mounted(<InspectorPanel />, { ...asking, cursor: { t: 5, position: 9 }, selection: { signal: 'C', unit: 0 } });
    expect(
      rows()
        .map((row) => row.getAttribute('data-signal'))
        .toSorted(),
    ).toEqual(['kept', 'squashed']);
    expect(rows().find((row) => row.getAttribute('data-signal') === 'kept')?.textContent).toContain('t + 1');
  });

  test('leads to a user at its own timestep', async () => {
    const { gate, user } = mounted(<InspectorPanel />, {
      ...asking,
      cursor: { t: 5, position: 9 },
      selection: { signal: 'C', unit: 1 },
    });
    const kept = rows().find((row) => row.getAttribute('data-signal') === 'kept') as HTMLElement;
    await user.click(within(kept).getByRole('button'));
    expect(gate.getState()).toMatchObject({ cursor: { t: 6 }, selection: { signal: 'kept', unit: 1 } });
  });

  test('at the timestep of L begins with L itself', () => {
    mounted(<InspectorPanel />, { ...asking, cursor: { t: 22, position: 9 }, selection: { signal: 'h', unit: 1 } });
    expect(rows()).toHaveLength(1);
    expect(rows()[0].textContent).toContain('L itself');
  });
});
