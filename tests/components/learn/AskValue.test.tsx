// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AskValue } from '../../../src/app/learn/AskValue.tsx';
import type { AskedValue } from '../../../src/lesson/lesson.ts';
import { home } from '../../../src/presets/index.ts';
import { mounted } from '../controls/mounted.tsx';

/** Sees everything that it observes. */
class Sight {
  readonly callback: IntersectionObserverCallback;
  constructor(callback: IntersectionObserverCallback) {
    this.callback = callback;
  }
  observe(): void {
    this.callback([{ isIntersecting: true } as IntersectionObserverEntry], this as unknown as IntersectionObserver);
  }
  disconnect(): void {}
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', Sight);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.each([
  [1, 'Reading “b”, what is the forget gate of unit 2 going to be?'],
  [2, null],
])('a lesson asks for unit %i (from 0) of two only if there is one', async (unit, question) => {
  const asked = { kind: 'value', signal: 'f', unit } satisfies AskedValue;
  const view = { entries: { cell: 'lstm', units: '2', text: 'ab', t: '2' }, line: 1, ownText: false, asked };
  mounted(<AskValue book={null} view={view} asked={asked} text={null} home={home} onAnswer={() => {}} />);
  await vi.waitFor(() => expect(document.querySelector('.ask-room')).toBeNull());
  await act(async () => {});
  expect(screen.queryByRole('heading')?.textContent ?? null).toBe(question && `Question ${question}`);
  // the ends of the axis are named: a gate is between 0 and 1
  const ends = [...document.querySelectorAll('.y-ticks li')].map(({ textContent }) => textContent);
  expect(ends).toEqual(question ? ['0', '1'] : []);
});
