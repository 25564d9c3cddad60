import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Figure } from '../../../src/app/learn/Figure.tsx';
import { partTable } from '../../../src/components/parts.tsx';
import { opened } from '../../../src/io/opening.ts';
import { home } from '../../../src/presets/index.ts';
import { GatescopeProvider } from '../../../src/store/context.tsx';
import { createGatescope } from '../../../src/store/gatescope.ts';
import '../../../src/theme/theme.css';
import '../../../src/app/learn/learn.css';

test.each([true, false])(
  'the strips, which show what is still to come, are away while a value is asked: %s',
  async (asking) => {
    await render(
      <GatescopeProvider gatescope={createGatescope()}>
        <Figure asking={asking} ownText={false} readersText={null} line={false} />
      </GatescopeProvider>,
    );
    await expect.element(page.getByRole('region', { name: partTable.equations.label }).first()).toBeVisible();
    expect(page.getByRole('region', { name: partTable.timeline.label, exact: true }).elements()).toHaveLength(
      asking ? 0 : 1,
    );
  },
);

test('gradients of several runs are compared in a chart, whose lines tell their factor, in place of the diagram', async () => {
  const { moment } = await opened(
    '#cell=lstm&text=abcab&seed=3&beside=cell=rnn&shows=gradients&outputAt=4&parts=diagram&t=2',
    home,
  );
  const gatescope = createGatescope({ initial: moment });
  await render(
    <GatescopeProvider gatescope={gatescope}>
      <Figure asking={false} ownText={false} readersText={null} line={false} />
    </GatescopeProvider>,
  );
  const chart = page.getByRole('img', {
    name: /^How much of the gradient is left on its way back from h₁ at timestep 4/,
  });
  await expect.element(chart).toBeVisible();
  await expect.element(page.getByText(/^LSTM, cell state: × [\d.]+ a timestep$/)).toBeVisible();
  await expect.element(page.getByText(/^RNN, hidden state: × [\d.]+ a timestep$/)).toBeVisible();
  await expect.element(page.getByText('t = 2', { exact: true })).toBeVisible();
  expect(page.getByRole('group', { name: /^Diagram/ }).elements()).toHaveLength(0);
});

test('the strips are the line of the one unit that a view names, without the colours of others, until another view', async () => {
  const gatescope = createGatescope();
  gatescope.actions.select('C', 1);
  const figure = (line: boolean) => (
    <GatescopeProvider gatescope={gatescope}>
      <Figure asking={false} ownText={false} readersText={null} line={line} />
    </GatescopeProvider>
  );
  const { rerender } = await render(figure(true));
  const strips = page.getByRole('region', { name: partTable.timeline.label, exact: true });
  await expect.element(strips.getByRole('img', { name: /^cell state: unit 2 over/ })).toBeVisible();
  expect(strips.getByRole('img').elements()).toHaveLength(1);
  expect(strips.element().querySelector('.ramp')).toBeNull();
  // the reader unfolds them, which the next view folds again, in the same element, so that it keeps the focus
  const [fold] = strips.element().querySelectorAll<HTMLElement>('[aria-expanded]');
  fold.click();
  await expect.poll(() => strips.getByRole('img').elements().length).toBeGreaterThan(2);
  await rerender(figure(false));
  await expect.poll(() => strips.getByRole('img').elements().length).toBe(2);
  expect(strips.element().querySelector('.ramp')).not.toBeNull();
  expect(fold.isConnected).toBe(true);
  await rerender(figure(true));
  await expect.poll(() => strips.element().querySelector('.ramp')).toBeNull();
});

test('the wires that a tapped layer reads have an outline wider than their lanes', async () => {
  const { moment } = await opened('#cell=lstm&text=abcab&seed=3&parts=diagram&t=2&signal=i', home);
  await render(
    <GatescopeProvider gatescope={createGatescope({ initial: moment })}>
      <div className="gatescope" data-theme="light">
        <Figure asking={false} ownText={false} readersText={null} line={false} />
      </div>
    </GatescopeProvider>,
  );
  const outlines = (lit: string): Element[] => [...document.querySelectorAll(`.wire${lit} .outline`)];
  await expect.poll(() => outlines('[data-lit="input"]').length).toBeGreaterThan(0);
  const widths = outlines('[data-lit="input"]').map((one) => Number.parseFloat(getComputedStyle(one).strokeWidth));
  const unlit = outlines('').map((one) => Number(one.getAttribute('stroke-width')));
  expect(Math.min(...widths)).toBeGreaterThan(Math.max(...unlit) + 2);
});

test.each([360, 430, 560])(
  'in a figure %i px wide, the link into Explore covers none of the words beside it',
  async (width) => {
    await page.viewport(1440, 900);
    await render(
      <GatescopeProvider gatescope={createGatescope()}>
        <div className="gatescope learn-page" data-theme="light" style={{ width }}>
          <Figure asking={false} ownText={false} readersText={null} line={false} />
        </div>
      </GatescopeProvider>,
    );
    await expect.element(page.getByText('random weights: has learned nothing')).toBeVisible();
    const link = document.querySelector('.into-explore')?.getBoundingClientRect() ?? new DOMRect();
    expect(link.width).toBeGreaterThan(100);
    for (const words of document.querySelectorAll('.figure-said *')) {
      const { left, right, top, bottom } = words.getBoundingClientRect();
      const apart = right <= link.left || left >= link.right || bottom <= link.top || top >= link.bottom;
      expect([words.textContent, apart]).toEqual([words.textContent, true]);
    }
  },
);
