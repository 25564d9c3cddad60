// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { GatescopeProvider, useActions, useDerived, useGatescope, usePlayhead } from '../../src/store/context.tsx';
import { createGatescope } from '../../src/store/gatescope.ts';
import { fakeClock } from './fakeClock.ts';

afterEach(cleanup);

describe('a component inside a provider', () => {
  test('renders when its part of the state changes and at no other time', () => {
    const gate = createGatescope({ clock: fakeClock() });
    let renders = 0;
    function Name() {
      renders++;
      useGatescope((state) => state.inputs);
      return <p>{useDerived().cell.name}</p>;
    }
    render(<Name />, { wrapper: ({ children }) => <GatescopeProvider gatescope={gate}>{children}</GatescopeProvider> });
    expect(screen.getByText('LSTM')).toBeTruthy();
    act(() => gate.actions.step(-1));
    expect(renders).toBe(1);
    act(() => gate.actions.setCell('gru'));
    expect(screen.getByText('GRU')).toBeTruthy();
    expect(renders).toBe(2);
  });

  test('follows the playhead without rendering, until it goes', () => {
    const clock = fakeClock();
    const gate = createGatescope({ clock, initial: { cursor: { t: 1, position: 0 } } });
    const heads: number[] = [];
    let renders = 0;
    function Follower() {
      renders++;
      usePlayhead(({ head }) => heads.push(head));
      return null;
    }
    const { unmount } = render(
      <StrictMode>
        <GatescopeProvider gatescope={gate}>
          <Follower />
        </GatescopeProvider>
      </StrictMode>,
    );
    const before = renders;
    expect(heads[0]).toBe(0);
    gate.actions.step(1, 'timestep');
    clock.pass(1300);
    expect(heads.at(-1)).toBe(9);
    expect(heads.length).toBeGreaterThan(60);
    expect(renders).toBe(before);
    const { length } = heads;
    unmount();
    gate.actions.first();
    expect(heads).toHaveLength(length);
  });

  test('belongs to the nearest provider', () => {
    const [one, other] = [createGatescope({ clock: fakeClock() }), createGatescope({ clock: fakeClock() })];
    function Button({ name }: { readonly name: string }) {
      const { setCell } = useActions();
      return (
        <button type="button" onClick={() => setCell('gru')}>
          {name}
        </button>
      );
    }
    render(
      <GatescopeProvider gatescope={one}>
        <Button name="one" />
        <GatescopeProvider gatescope={other}>
          <Button name="other" />
        </GatescopeProvider>
      </GatescopeProvider>,
    );
    act(() => screen.getByText('other').click());
    expect([one.getState().inputs.cell, other.getState().inputs.cell]).toEqual(['lstm', 'gru']);
  });

  test('without a provider says what is missing', () => {
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => {});
    function Alone() {
      useActions();
      return null;
    }
    expect(() => render(<Alone />)).toThrow('needs a GatescopeProvider');
    silenced.mockRestore();
  });
});
