import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it } from 'vitest';
import { GateDiagram, type GateDiagramProps } from '../../src/embed/GateDiagram.tsx';

let tidy = (): void => {};
afterEach(() => tidy());

/** Colours of an element. */
const lanes = (host: HTMLElement): readonly (string | null)[] =>
  [...host.querySelectorAll('svg [fill]')].map((element) => element.getAttribute('fill'));

const props: GateDiagramProps = { text: 'hello', timestep: 3, stage: 'input' };

it.each([
  ['a cell', props, 1],
  ['a comparison', { ...props, link: 'beside=cell=gru,units=2' }, 3],
])('takes over the HTML of a server without a complaint and shows the same moment, %s', async (_, props, runs) => {
  const host = document.createElement('div');
  document.body.append(host);
  host.innerHTML = renderToString(<GateDiagram {...props} />);
  const label = (): (string | null)[] =>
    [...host.querySelectorAll('.diagram svg')].map((picture) => picture.getAttribute('aria-label'));
  const before = label();
  expect(before).toEqual(Array(runs).fill(expect.stringContaining('timestep 3 of 5')));
  const complaints: unknown[] = [];
  const root = hydrateRoot(host, <GateDiagram {...props} />, { onRecoverableError: (error) => complaints.push(error) });
  tidy = () => root.unmount();
  // React marks an element that it has hydrated
  await expect.poll(() => Object.keys(host.querySelector('svg') ?? {}).join()).toContain('__reactFiber');
  expect(label()).toEqual(before);
  expect(complaints).toEqual([]);
});

it('steps on after it has taken over', async () => {
  const host = document.createElement('div');
  document.body.append(host);
  host.innerHTML = renderToString(<GateDiagram {...props} motion="off" />);
  const root = hydrateRoot(host, <GateDiagram {...props} motion="off" />);
  tidy = () => root.unmount();
  await expect.poll(() => host.querySelector('[aria-label*="forward" i], [aria-label*="next" i]')).not.toBeNull();
  const before = lanes(host);
  (host.querySelector('[aria-label*="forward" i], [aria-label*="next" i]') as HTMLElement).click();
  await expect.poll(() => lanes(host)).not.toEqual(before);
});
