import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { GateDiagram } from '../../../src/embed/GateDiagram.tsx';

const tip = () => document.querySelector('.diagram .tip');
const at = (selector: string): Element => {
  const element = document.querySelector(`.diagram ${selector}`);
  if (!element) throw new Error(`there is no ${selector}`);
  return element;
};
const over = (element: Element): void => {
  const { x, y, width, height } = element.getBoundingClientRect();
  element.dispatchEvent(
    new PointerEvent('pointerover', { bubbles: true, clientX: x + width / 2, clientY: y + height / 2 }),
  );
};
/** The tooltip is fetched after the picture: points somewhere until it is there. */
const loaded = (): Promise<void> =>
  expect
    .poll(() => {
      over(at('.node .body'));
      return tip();
    })
    .not.toBeNull();

test('the tooltip says name, unit and value where one points, and why? leads to the arithmetic', async () => {
  await page.viewport(1200, 800);
  await render(<GateDiagram cell="lstm" text="hello" timestep={3} hiddenSize={4} motion="off" />);
  await loaded();
  over(at('.node[data-signal="C"] .body'));
  await expect.poll(() => tip()?.textContent).toMatch(/^cell state Ct · unit 1 −?\d+\.\d+why\? hold…$/);
  over(at('.wire[data-signal="f"] [data-unit="2"]'));
  await expect.poll(() => tip()?.textContent).toMatch(/^forget gate ft · unit 3 0\.\d+why\? hold…$/);
  await userEvent.click(page.getByRole('button', { name: 'why?' }));
  await expect.poll(() => at('.node[data-signal="f"]').getAttribute('data-lit')).toBe('self');
  await userEvent.keyboard('{Escape}');
  await expect.poll(tip).toBeNull();
});

test.for(['light', 'dark'] as const)('every word of it can be read in the %s theme', async (theme) => {
  await render(<GateDiagram cell="lstm" text="hello" timestep={3} hiddenSize={4} motion="off" theme={theme} />);
  await loaded();
  over(at('.node[data-signal="f"] .body'));
  await expect.poll(() => tip()?.textContent).toMatch(/^forget gate/);
  const { violations, passes } = await axe.run('.diagram .tip', { runOnly: ['color-contrast'] });
  expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
  // text of the colour of its background is neither passed nor violated
  expect(passes.flatMap(({ nodes }) => nodes.map(({ html }) => html)).join(' ')).toContain('<strong>');
});

test('what has the focus is described to a screen reader in the same words', async () => {
  await render(<GateDiagram cell="gru" text="hello" timestep={2} hiddenSize={2} motion="off" />);
  await loaded();
  await userEvent.keyboard('{Shift}');
  (at('.node[data-signal="z"]') as SVGElement).focus();
  await expect.poll(() => tip()?.textContent).toMatch(/^update gate zt · unit 1/);
  const describedBy = at('.node[data-signal="z"]').getAttribute('aria-describedby');
  expect(document.getElementById(describedBy ?? '')).toBe(tip());
});

test('it is never over the label of what it describes', async () => {
  await page.viewport(1200, 800);
  await render(<GateDiagram cell="lstm" text="hello" timestep={3} hiddenSize={4} motion="off" />);
  const things = [...document.querySelectorAll('.diagram :is(.node .body, .bubble .body, .wire[data-wire] .hit)')];
  expect(things.length).toBeGreaterThan(30);
  await loaded();
  for (const thing of things) {
    over(thing);
    const key = thing.closest('[data-signal]')?.getAttribute('data-signal')?.split(' ')[0] ?? '';
    await expect.poll(() => document.querySelector('.diagram [aria-describedby]')?.contains(thing)).toBe(true);
    const box = tip()?.getBoundingClientRect() as DOMRect;
    for (const label of document.querySelectorAll(`.diagram .label[data-signal="${key}"]`)) {
      const other = label.getBoundingClientRect();
      const apart =
        box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
      expect(apart, `${key}: ${label.textContent}`).toBe(true);
    }
  }
});

test('on the narrowest of phones it stays within the diagram, however long its words are', async () => {
  await page.viewport(320, 640);
  await render(<GateDiagram link="cell=lstm&text=hello&units=4&t=2&done=0" motion="off" />);
  await loaded();
  over(at('.node[data-signal="h"] .body, .bubble[data-signal="h"] .body'));
  await expect.poll(() => tip()?.textContent).toMatch(/^hidden state ht · unit 1 not computed yet/);
  const diagram = at('svg').closest('.diagram')?.getBoundingClientRect() as DOMRect;
  const box = tip()?.getBoundingClientRect() as DOMRect;
  expect(box.left).toBeGreaterThanOrEqual(diagram.left);
  expect(box.right).toBeLessThanOrEqual(diagram.right);
});
