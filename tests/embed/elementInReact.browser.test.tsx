import { createElement } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../src/embed/element.tsx';
import type { GateStep } from '../../src/embed/props.ts';

const diagram = (props: object) => createElement('gate-diagram', props);

test('React hands the element lists and records, changes its moment in place and hears its events', async () => {
  // two timesteps of an Elman cell of one unit, worked out by hand
  const h = Math.tanh(0.5 * -2 - 0.25 * Math.tanh(0.5));
  const heard = vi.fn<(event: CustomEvent<GateStep>) => void>();
  const given = {
    cell: 'rnn',
    units: 1,
    rows: [[1], [-2]],
    weights: { W_h: [0.5], U_h: [-0.25] },
    parts: ['diagram', 'transport', 'inspector'],
    'ongates-step': heard,
  };
  const { rerender } = await render(diagram({ ...given, t: 1 }));
  const picture = page.getByRole('group', { name: /^Diagram of the RNN/ });
  await expect.element(picture).toHaveAccessibleName(/timestep 1 of 2/);
  await rerender(diagram({ ...given, t: 2 }));
  await expect.element(picture).toHaveAccessibleName(/timestep 2 of 2/);
  await expect.element(page.getByText(`= ${h.toFixed(2).replace('-', '−')}`).first()).toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: /^Back one/ }));
  await expect.poll(() => heard.mock.lastCall?.[0].detail.timestep).toBe(1);
});
