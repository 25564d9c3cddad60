// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PartBoundary } from '../../src/components/PartBoundary.tsx';

afterEach(cleanup);

test('a part that fails says so in its place and leaves the others', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  function Broken(): never {
    throw new Error('its code did not load');
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
  expect(screen.getByRole('alert').textContent).toContain('Equations cannot be shown: its code did not load');
  expect(screen.getByText('the diagram')).toBeTruthy();
  said.mockRestore();
});
