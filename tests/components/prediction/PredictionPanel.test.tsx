// @vitest-environment jsdom

import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Announcer } from '../../../src/components/panels/Announcer.tsx';
import { PredictionPanel } from '../../../src/components/prediction/PredictionPanel.tsx';
import { uniform } from '../../../src/engine/parameters.ts';
import { defaultInputs } from '../../../src/io/defaults.ts';
import type { OutputHead } from '../../../src/io/moment.ts';
import { readBack } from '../../../src/notation/number.ts';
import type { Inputs } from '../../../src/store/state.ts';
import { givenIn, withHead } from '../../store/given.ts';
import { mounted } from '../controls/mounted.tsx';

afterEach(cleanup);

const drawn = (seed: number, n: number, scale: number): Float64Array =>
  Float64Array.from({ length: n }, (_, k) => scale * uniform(seed, k));

const headOf = (outputs: readonly string[], H: number, asks: OutputHead['asks'] = 'class'): OutputHead => ({
  outputs,
  asks,
  W: drawn(11, outputs.length * H, 3),
  b: drawn(12, outputs.length, 1),
});

const asking = (head: OutputHead | null, H = 4): { readonly inputs: Inputs } => ({
  inputs: withHead({ ...defaultInputs, H }, head),
});

const buttons = (): HTMLElement[] => within(screen.getByRole('list', { name: 'Outputs' })).getAllByRole('button');
const names = (): (string | null)[] => buttons().map((button) => button.getAttribute('aria-label'));

describe('the answers', () => {
  test('are absent where nothing is asked', () => {
    mounted(<PredictionPanel />, asking(null));
    expect(screen.queryByRole('heading')).toBeNull();
  });

  test('say every class with its probability, and follow the timestep', () => {
    const { gate } = mounted(<PredictionPanel />, asking(headOf(['yes', 'no', ' '], 4)));
    const first = names();
    expect(first.map((name) => name?.split(' ')[0])).toEqual(['yes', 'no', 'space']);
    const shares = first.map((name) => Number(/([\d.]+)\s%/.exec(name ?? '')?.[1]));
    expect(Math.abs(shares.reduce((a, b) => a + b) - 100)).toBeLessThanOrEqual(1.5);
    act(() => gate.actions.goTo(5));
    expect(names()).not.toEqual(first);
    expect(screen.getByRole('heading').textContent).toContain('c');
  });

  test('wait for the end of the timestep', () => {
    const { gate } = mounted(<PredictionPanel />, asking(headOf(['yes', 'no'], 4)));
    act(() => gate.actions.goTo(3, 2));
    expect(screen.queryByRole('list', { name: 'Outputs' })).toBeNull();
    expect(screen.getByText(/Step to the end of this timestep/)).toBeTruthy();
  });

  test('of more classes than fit are the likeliest, likeliest first, and what is left', () => {
    const head = headOf(
      Array.from({ length: 25 }, (_, k) => `class ${k}`),
      4,
    );
    const { gate } = mounted(<PredictionPanel />, asking(head));
    expect(buttons()).toHaveLength(10);
    const p = [...(gate.derived().predictions?.probabilities?.slice(0, 25) ?? [])];
    expect(names()[0]).toMatch(new RegExp(`^class ${p.indexOf(Math.max(...p))} \\d`));
    const left = p.toSorted((a, b) => a - b).slice(0, 15);
    const sum = 100 * left.reduce((a, b) => a + b);
    expect(screen.getByText(new RegExp(`15 more outputs share ${sum.toFixed(1).replace('.', '\\.')} %`))).toBeTruthy();
  });

  test('are given by no weights but those that they were learned with', () => {
    const { gate } = mounted(<PredictionPanel />, asking(headOf(['yes', 'no'], 4)));
    for (const change of [
      () => gate.actions.setH(6),
      () => gate.actions.setCell('gru'),
      () => gate.actions.setCell('peephole'),
      () => gate.actions.setOption('bias', false),
      () => gate.actions.randomise(),
    ]) {
      act(change);
      expect(screen.queryByRole('heading')).toBeNull();
      act(() => gate.actions.undo());
      expect(screen.getByRole('heading').textContent).toContain('What the network answers');
    }
  });
});

describe('which units vote for an output', () => {
  test.each([
    [4, 'class'],
    [9, 'class'],
    [9, 'value'],
  ] as const)('adds up in print to the output: %i units, a %s', async (H, asks) => {
    const { gate, user } = mounted(<PredictionPanel />, asking(headOf(['yes', 'no', 'maybe'], H, asks), H));
    expect(screen.queryByRole('region', { name: /Which units/ })).toBeNull();
    await user.click(buttons()[2]);
    const votes = within(screen.getByRole('region', { name: 'Which units vote for maybe' }));
    const rows = votes.getAllByRole('listitem');
    expect(rows).toHaveLength(Math.min(H, 6) + (H > 6 ? 1 : 0) + 1);
    const value = (row: Element): number => readBack(row.querySelector('.value')?.textContent?.replace('+', '') ?? '');
    const total = readBack(votes.getByText('sum').nextElementSibling?.textContent ?? '');
    expect(rows.map(value).reduce((a, b) => a + b)).toBeCloseTo(total, 9);
    expect(total).toBeCloseTo(gate.derived().predictions?.y[2] ?? Number.NaN, 1);
    expect(gate.getState().view.output).toBe(2);
    await user.click(buttons()[2]);
    expect(gate.getState().view.output).toBeNull();
  });

  test('leads to the unit of the hidden state that votes', async () => {
    const { gate, user } = mounted(<PredictionPanel />, asking(headOf(['yes', 'no'], 4)));
    await user.click(buttons()[0]);
    const [strongest] = within(screen.getByRole('region')).getAllByRole('button');
    await user.click(strongest);
    const h = gate.derived().tape.values('h', 1);
    const head = givenIn(gate.getState().inputs).head as OutputHead;
    const sizes = [0, 1, 2, 3].map((unit) => Math.abs(head.W[unit] * h[unit]));
    expect(gate.getState().selection).toEqual({ signal: 'h', unit: sizes.indexOf(Math.max(...sizes)) });
  });
});

test('a step is announced with its answer', async () => {
  const { gate } = mounted(<Announcer />, asking(headOf(['yes', 'no'], 4)));
  act(() => gate.actions.goTo(2));
  const [p, q] = gate.derived().predictions?.probabilities?.slice(2, 4) ?? [];
  const said = await screen.findByText(/Timestep 2 of 22, “h”, done: hidden state/);
  expect(said.textContent).toContain(
    `The network answers “${p > q ? 'yes' : 'no'}”, ${Math.round(100 * Math.max(p, q))}`,
  );
});
