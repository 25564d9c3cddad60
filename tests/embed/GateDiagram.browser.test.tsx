import axe from 'axe-core';
import { StrictMode, useLayoutEffect, useRef, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { GateDiagram, type GateDiagramProps, type GateStep } from '../../src/embed/GateDiagram.tsx';

const picture = (name: RegExp) => page.getByRole('group', { name });
const stepping = (k: number) => page.getByRole('region', { name: 'Stepping' }).nth(k);
const forward = (k: number) => userEvent.click(stepping(k).getByRole('button', { name: /^Forward one/ }));

describe('the React component', () => {
  test('draws the cell that its props name, at the timestep they name', async () => {
    await render(<GateDiagram cell="gru" text="hello" timestep={3} hiddenSize={2} />);
    await expect.element(picture(/GRU cell at timestep 3 of 5/)).toBeVisible();
    await expect.element(stepping(0)).toBeVisible();
  });

  test('steps through all runs of a comparison with one player, and tells of the first', async () => {
    const steps: GateStep[] = [];
    await render(
      <GateDiagram
        link="text=ab&units=2&t=2&beside=cell=gru%26text=wxyz"
        parts={['diagram', 'transport', 'stages']}
        step="timestep"
        motion="off"
        onStep={(step) => steps.push(step)}
      />,
    );
    await expect.element(picture(/LSTM cell at timestep 2 of 2/)).toBeVisible();
    await expect.element(picture(/GRU cell at timestep 2 of 4/)).toBeVisible();
    expect(page.getByRole('region', { name: 'Stepping' }).elements()).toHaveLength(1);
    await expect
      .poll(() => page.getByRole('region', { name: 'Stages' }).getByRole('tablist').elements().length)
      .toBe(2);
    await forward(0);
    await expect.element(picture(/GRU cell at timestep 3 of 4/)).toBeVisible();
    await expect.element(picture(/LSTM cell at timestep 2 of 2/)).toBeVisible();
    expect(steps.at(-1)).toMatchObject({ timestep: 3, token: '' });
  });

  test('computes with the given parameters: h = tanh(0.5 x − 0.25 h before)', async () => {
    // two timesteps of an Elman cell of one unit, worked out by hand
    const h1 = Math.tanh(0.5 * 1 + 0);
    const h2 = Math.tanh(0.5 * -2 + -0.25 * h1);
    await render(
      <GateDiagram
        cell="rnn"
        hiddenSize={1}
        sequence={[1, -2]}
        parameters={{ W_h: [0.5], U_h: [-0.25] }}
        timestep={2}
        controls={['diagram', 'inspector']}
      />,
    );
    const shown = h2.toFixed(2).replace('-', '−');
    await expect.element(page.getByRole('region', { name: 'Arithmetic' })).toHaveTextContent(`= ${shown}`);
  });

  test('several on one page keep apart, and each tells of its own steps', async () => {
    const steps: [string, GateStep][] = [];
    await render(
      <StrictMode>
        <GateDiagram
          cell="lstm"
          text="abc"
          motion="off"
          granularity="timestep"
          onStep={(step) => steps.push(['a', step])}
        />
        <GateDiagram
          cell="gru"
          text="wxyz"
          motion="off"
          granularity="timestep"
          onStep={(step) => steps.push(['b', step])}
        />
      </StrictMode>,
    );
    await forward(1);
    await expect.element(picture(/GRU cell at timestep 2 of 4/)).toBeVisible();
    await expect.element(picture(/LSTM cell at timestep 1 of 3/)).toBeVisible();
    await forward(0);
    await expect.element(picture(/LSTM cell at timestep 2 of 3/)).toBeVisible();
    expect(steps.map(([who, { timestep, token }]) => [who, timestep, token])).toEqual([
      ['b', 2, 'x'],
      ['a', 2, 'b'],
    ]);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('keeps a step that is made as soon as it is drawn', async () => {
    function Hasty() {
      const room = useRef<HTMLDivElement>(null);
      useLayoutEffect(() => room.current?.querySelector<HTMLElement>('[aria-label^="Forward one"]')?.click(), []);
      return (
        <div ref={room}>
          <GateDiagram cell="gru" text="wxyz" motion="off" granularity="timestep" timestep={2} />
        </div>
      );
    }
    await render(<Hasty />);
    await expect.element(picture(/GRU cell at timestep 3 of 4/)).toBeVisible();
  });

  test('stays where the reader stepped when its parent renders anew, and follows a prop that changes', async () => {
    function Lesson() {
      const [count, setCount] = useState(0);
      return (
        <>
          <button type="button" onClick={() => setCount(count + 1)}>
            render
          </button>
          <GateDiagram
            cell="lstm"
            sequence={[[1], [0], [1], [0]]}
            columns={['x']}
            motion="off"
            granularity="timestep"
            theme={count > 1 ? 'dark' : 'light'}
            timestep={count > 2 ? 4 : 1}
          />
        </>
      );
    }
    await render(<Lesson />);
    const again = () => userEvent.click(page.getByRole('button', { name: 'render' }));
    await forward(0);
    await again();
    await expect.element(picture(/timestep 2 of 4/)).toBeVisible();
    await again();
    await expect.element(picture(/timestep 2 of 4/)).toBeVisible();
    expect(document.querySelector('.gate-diagram')?.getAttribute('data-theme')).toBe('dark');
    await again();
    await expect.element(picture(/timestep 4 of 4/)).toBeVisible();
  });

  test('goes to the end of a stage', async () => {
    const onStep = vi.fn<(step: GateStep) => void>();
    const { rerender } = await render(<GateDiagram motion="off" text="ab" onStep={onStep} />);
    await rerender(<GateDiagram motion="off" text="ab" stage="forget" onStep={onStep} />);
    await vi.waitFor(() => expect(onStep).toHaveBeenCalledOnce());
    expect(onStep.mock.calls[0][0]).toMatchObject({ timestep: 1, stage: 'forget' });
  });

  test('opens a preset by its link, once it is fetched', async () => {
    await render(<GateDiagram link="preset=echo&t=2" motion="off" />);
    await expect.element(picture(/at timestep 2 of/)).toBeVisible();
  });

  test.for([
    [{ cell: 'nope' }, 'no cell “nope”'],
    [{ text: '' }, 'empty'],
    [{ sequence: [[1], [1, 2]] }, 'Timestep 2'],
    [{ sequence: [Number.NaN] }, 'finite'],
    [{ hiddenSize: 0 }, 'H is 0'],
    [{ parameters: { W_q: [1] } }, 'W_q'],
    [{ initialStates: { C: [1] } }, 'initial state C'],
    [{ seed: -1 }, 'seed'],
    [{ stage: 'nowhere' }, 'no stage “nowhere”'],
  ] as const)('says what is wrong with %j instead of failing', async ([props, words]) => {
    const onError = vi.fn();
    const { rerender } = await render(<GateDiagram {...(props as GateDiagramProps)} onError={onError} />);
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    expect(onError).toHaveBeenCalledOnce();
    await rerender(<GateDiagram text="abc" onError={onError} />);
    await expect.element(picture(/LSTM/)).toBeVisible();
  });

  test('has no axe violation with every part', async () => {
    await render(
      <GateDiagram
        text="hello"
        controls={['diagram', 'transport', 'stages', 'equations', 'inspector', 'timeline']}
        motion="off"
      />,
    );
    await expect.element(page.getByRole('region', { name: 'Equations', exact: true })).toHaveTextContent('Equations');
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
