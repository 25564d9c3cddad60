// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { InputPanel } from '../../src/components/input/InputPanel.tsx';
import { PresetLine } from '../../src/components/input/PresetLine.tsx';
import { mounted } from './controls/mounted.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('“All examples” opens the examples of its own instance, with focus on their tab', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  const scrolled = vi.fn();
  Element.prototype.scrollIntoView = scrolled;
  const both = (
    <>
      <PresetLine />
      <InputPanel />
    </>
  );
  mounted(both);
  const { user } = mounted(both);
  const tabs = () => screen.getAllByRole('tab', { name: 'Examples' });
  expect(tabs().map((tab) => tab.getAttribute('aria-selected'))).toEqual(['false', 'false']);
  await user.click(screen.getAllByRole('button', { name: 'All examples' })[0]);
  await waitFor(() => expect(tabs().map((tab) => tab.getAttribute('aria-selected'))).toEqual(['true', 'false']));
  expect(document.activeElement).toBe(tabs()[0]);
  expect(scrolled.mock.contexts).toEqual([screen.getAllByRole('region', { name: 'Input' })[0]]);
});
