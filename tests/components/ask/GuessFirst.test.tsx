// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GuessFirst } from '../../../src/components/ask/GuessFirst.tsx';
import { defaultView } from '../../../src/io/defaults.ts';
import { displayed } from '../../../src/notation/number.ts';
import { useGatescope } from '../../../src/store/context.tsx';
import { mounted } from '../controls/mounted.tsx';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  // jsdom has no layout
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The question while stages are shown, as in a tab that is left and comes back. */
const Tab = () => useGatescope(({ view }) => view.zoom !== 'unit') && <GuessFirst />;

const asking = () => mounted(<Tab />, { cursor: { t: 1, position: 0 }, view: { ...defaultView, guess: true } });

type Mounted = ReturnType<typeof mounted>;
const question = (): string => screen.getByRole('heading', { level: 2 }).textContent ?? '';
const shownValue = ({ gate }: Mounted, signal: string, unit: number): string =>
  displayed(gate.derived().tape.values(signal, 1)[unit]);
/** The verdict on a guess of 0.25 for a forget gate, whose axis from 0 to 1 has a tenth of 0.1. */
const verdictOn = (page: Mounted, unit: number): string => {
  const near = Math.abs(page.gate.derived().tape.values('f', 1)[unit] - 0.25) <= 0.1;
  return `${near ? '✓ Near.' : '✗ Not near.'} You said 0.25; it is ${shownValue(page, 'f', unit)}. Up to 0.10, a tenth of the axis, counts as near.`;
};
const guess = async ({ user }: Mounted): Promise<void> => {
  await user.type(screen.getByLabelText('Your guess as a number'), '0.25');
  await user.click(screen.getByLabelText('not sure'));
  await user.click(screen.getByRole('button', { name: 'Check' }));
};

test('a guess is compared with the unit that it was made for, whichever is selected later', async () => {
  const page = asking();
  act(() => page.gate.actions.select('f', 2));
  await guess(page);
  const verdict = verdictOn(page, 2);
  expect(screen.getByRole('status').textContent).toBe(verdict);
  act(() => page.gate.actions.select('f', 1));
  expect(shownValue(page, 'f', 1)).not.toBe(shownValue(page, 'f', 2));
  expect(screen.getByRole('status').textContent).toBe(verdict);
  expect(question()).toContain('forget gate of unit 3');
});

test('a value that exists is asked for where an input beyond the number of units is selected', async () => {
  const page = asking();
  act(() => page.gate.actions.select('x', 9));
  expect(page.gate.getState().selection).toEqual({ signal: 'x', unit: 9 });
  expect(question()).toContain('forget gate of unit 4');
  await guess(page);
  expect(screen.getByRole('status').textContent).toBe(verdictOn(page, 3));
});

test('a guess is not compared with the value of other weights, and is asked for again from the start', async () => {
  const page = asking();
  await guess(page);
  act(() => page.gate.actions.setSeed(7));
  expect(screen.queryByRole('status')).toBeNull();
  expect(question()).toMatch(/candidate/);
  act(() => page.gate.actions.startOver());
  expect(question()).toMatch(/forget gate/);
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.getByRole('button', { name: 'Check' })).toBeTruthy();
});

test('a step past the question leads to it once, and not again when its tab comes back', async () => {
  const { gate, user } = asking();
  act(() => gate.actions.step(1));
  expect(document.activeElement).toBe(screen.getByLabelText('Your guess'));
  await user.click(screen.getByRole('button', { name: 'outside' }));
  act(() => gate.actions.setZoom('unit'));
  act(() => gate.actions.setZoom('lanes'));
  expect(question()).toMatch(/forget gate/);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'outside' }));
});
