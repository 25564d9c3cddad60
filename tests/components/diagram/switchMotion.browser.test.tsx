import type { ReactElement } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { GateDiagram, type GateDiagramProps } from '../../../src/embed/GateDiagram.tsx';

const props: GateDiagramProps = { cell: 'lstm', text: 'hello', timestep: 3, hiddenSize: 3 };
const at = (selector: string): Element => {
  const element = document.querySelector(`.diagram svg ${selector}`);
  if (!element) throw new Error(`there is no ${selector}`);
  return element;
};
const left = (selector: string): number => at(selector).getBoundingClientRect().x;
const moving = (): Animation[] =>
  document.getAnimations().filter(({ effect }) => {
    return effect instanceof KeyframeEffect && effect.target?.closest('.diagram svg');
  });
/** Sets all animations to a fraction of their duration. */
const showAt = (share: number): void => {
  for (const animation of moving()) animation.currentTime = 600 * share;
};

/** Renders a diagram and waits until the code for its motion is there and knows its size, from which a switch can begin: a second, because no element tells. */
async function drawn(diagram: ReactElement) {
  const screen = await render(diagram);
  await import('../../../src/components/annotations.ts');
  for (let k = 0; k < 60; k++) await new Promise(requestAnimationFrame);
  return screen;
}

// animations are paused until a test sets their progress, so that no test races them
beforeEach(() => {
  const { animate } = Element.prototype;
  vi.spyOn(Element.prototype, 'animate').mockImplementation(function (this: Element, ...args) {
    const animation = animate.apply(this, args);
    animation.pause();
    return animation;
  });
});

test('folding moves what both pictures share from its old place and fades the rest', async () => {
  await page.viewport(1200, 800);
  const screen = await drawn(<GateDiagram {...props} chain="unfolded" />);
  const node = '.node[data-signal="o"]';
  const before = left(node);
  await screen.rerender(<GateDiagram {...props} chain="folded" />);
  await expect.poll(() => document.querySelector('.diagram .leaving')).not.toBeNull();
  showAt(0);
  expect(left(node)).toBeCloseTo(before, 0);
  const loop = at('.scene > .wire[data-wire="loop.C#out"]');
  expect(Number(getComputedStyle(loop).opacity)).toBe(0);
  const leaving = at('.leaving');
  expect(leaving.querySelectorAll('.neighbour').length).toBeGreaterThan(2);
  expect(leaving.querySelectorAll('.node, [data-signal], [role]').length).toBe(0);
  showAt(0.5);
  const halfway = left(node);
  for (const animation of moving()) animation.finish();
  await expect.poll(() => document.querySelector('.diagram .leaving')).toBeNull();
  const after = left(node);
  expect(Math.abs(after - before)).toBeGreaterThan(5);
  expect((halfway - before) / (after - before)).toBeGreaterThan(0.2);
  expect((halfway - before) / (after - before)).toBeLessThan(0.8);
  expect(getComputedStyle(loop).opacity).toBe('1');
});

test('a switch in the middle of another leaves one picture', async () => {
  const screen = await drawn(<GateDiagram {...props} />);
  for (const [chain, zoom] of [
    ['folded', 'lanes'],
    ['folded', 'unit'],
    ['unfolded', 'vector'],
  ] as const) {
    await screen.rerender(<GateDiagram {...props} chain={chain} zoom={zoom} />);
    await expect.poll(() => document.querySelectorAll('.diagram .leaving').length).toBe(1);
    showAt(0.3);
  }
  expect(document.querySelectorAll('.diagram .node[data-signal="f"]').length).toBe(1);
  for (const animation of moving()) animation.finish();
  await expect.poll(() => document.querySelector('.diagram .leaving')).toBeNull();
});

test('nothing moves where motion is off', async () => {
  const screen = await drawn(<GateDiagram {...props} motion="off" />);
  await screen.rerender(<GateDiagram {...props} motion="off" chain="folded" />);
  await expect.poll(() => document.querySelector('.diagram [data-wire="loop.C#out"]')).not.toBeNull();
  expect(moving()).toEqual([]);
  expect(document.querySelector('.diagram .leaving')).toBeNull();
});
