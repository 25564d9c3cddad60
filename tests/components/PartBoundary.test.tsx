// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Boundary } from '../../src/components/Boundary.tsx';
import { PartBoundary } from '../../src/components/PartBoundary.tsx';
import { useGatescope } from '../../src/store/context.tsx';
import { mounted } from './controls/mounted.tsx';

afterEach(cleanup);

test('a part that fails says so in its place, leaves the others, and the console has the error', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  function Broken(): never {
    throw new Error('x is not a function');
  }
  render(
    <>
      <Boundary name="Equations" inputs={[]}>
        <Broken />
      </Boundary>
      <Boundary name="Diagram" inputs={[]}>
        <p>the diagram</p>
      </Boundary>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toBe(
    'Equations cannot be shown. Change something or reload the page to try again.',
  );
  expect(String(said.mock.calls)).toContain('x is not a function');
  expect(screen.getByText('the diagram')).toBeTruthy();
  said.mockRestore();
});

test('what failed is tried again as soon as the instance shows something else', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  function ForgetGate() {
    const cell = useGatescope((state) => state.inputs.cell);
    if (cell === 'gru') throw new Error('GRU has no signal “f”');
    return <p>the forget gate of the {cell}</p>;
  }
  const { gate } = mounted(
    <PartBoundary name="The gate">
      <ForgetGate />
    </PartBoundary>,
  );
  act(() => gate.actions.setCell('gru'));
  expect(screen.getByRole('alert').textContent).toMatch(/^The gate cannot be shown/);
  act(() => gate.actions.hover('h'));
  expect(said).toHaveBeenCalledOnce();
  act(() => gate.actions.undo());
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('the forget gate of the lstm')).toBeTruthy();
  said.mockRestore();
});
