import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Figure } from '../../../src/app/learn/Figure.tsx';
import { partTable } from '../../../src/components/parts.tsx';
import { GatescopeProvider } from '../../../src/store/context.tsx';
import { createGatescope } from '../../../src/store/gatescope.ts';

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
