// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Boundary } from '../../src/components/Boundary.tsx';
import { fetched } from '../../src/components/fetched.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('code that did not arrive is asked for again once the boundary tries again, and not before', async () => {
  const load = vi.fn(async () => () => <p>Arrived</p>);
  load.mockRejectedValueOnce(new Error('no network'));
  const Later = fetched(load);
  const shown = (moment: number) => (
    <Boundary name="The part" inputs={[moment]}>
      <Suspense fallback={null}>
        <Later />
      </Suspense>
    </Boundary>
  );
  const { rerender } = render(shown(1));
  await act(() => vi.advanceTimersByTimeAsync(100));
  expect(screen.getByText(/^The part cannot be shown/)).toBeDefined();
  await act(() => vi.advanceTimersByTimeAsync(2000));
  rerender(shown(1));
  expect(load).toHaveBeenCalledTimes(1);
  rerender(shown(2));
  await act(() => vi.advanceTimersByTimeAsync(100));
  expect(screen.getByText('Arrived')).toBeDefined();
  expect(screen.queryByText(/cannot be shown/)).toBeNull();
  expect(load).toHaveBeenCalledTimes(2);
});
