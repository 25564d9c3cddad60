// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PartBoundary } from '../../src/components/PartBoundary.tsx';

afterEach(cleanup);

test('a part that fails says so in its place, leaves the others, and the console has the error', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  function Broken(): never {
    throw new Error('x is not a function');
  }
  render(
    <>
      <PartBoundary name="Equations">
        <Broken />
      </PartBoundary>
      <PartBoundary name="Diagram">
        <p>the diagram</p>
      </PartBoundary>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toBe('Equations cannot be shown. Reload the page to try again.');
  expect(String(said.mock.calls)).toContain('x is not a function');
  expect(screen.getByText('the diagram')).toBeTruthy();
  said.mockRestore();
});
