import { describe, expect, it } from 'vitest';
import { firstWrong, gradientFlowOf } from '../../src/analysis/gradientFlow.ts';
import { directPathOf } from '../../src/engine/directPath.ts';
import { runForward } from '../../src/engine/forward.ts';
import { gateOf, productOf, WRONG } from '../../src/laboratory/gradientWords.ts';
import { jacobianAt, jacobianRunOf, jacobianWords } from '../../src/laboratory/jacobianView.ts';
import { type LabNetwork, untrained, withRecurrentScale } from '../../src/laboratory/networks.ts';
import { labCells, shipped } from '../../src/laboratory/recipe.ts';
import { stretchOf, stretchWords } from '../../src/laboratory/scaleWords.ts';
import { randomOf } from '../../src/training/random.ts';
import { rememberFirst } from '../../src/training/tasks/rememberFirst.ts';

const { x } = rememberFirst.example(randomOf(1), 30);
const networkOf = (cell: string, scale = 1): LabNetwork =>
  withRecurrentScale(untrained(cell, { ...shipped, opening: 4 }, rememberFirst, 1), scale);
const flowOf = ({ program, parameters }: LabNetwork) => gradientFlowOf(runForward(program, parameters, x));

describe('the matrices of a timestep', () => {
  it.each(labCells)(
    '%s: have the norms that the charts show, and the product is its direct path and the rest',
    (cell) => {
      const network = networkOf(cell);
      const flow = flowOf(network);
      const run = jacobianRunOf(network, x);
      const state = flow.states.find((one) => one.state === run.state);
      for (const back of [1, 7, 31]) {
        const { step, product, parts } = jacobianAt(run, back);
        expect(step.norm).toBeCloseTo(flow.steps[flow.steps.length - back], 10);
        expect(product.norm).toBeCloseTo(state?.total[back] ?? Number.NaN, 10);
        expect(parts === null).toBe(cell === 'rnn');
        if (!parts) continue;
        expect(parts.direct.norm).toBeCloseTo(state?.direct?.[back] ?? Number.NaN, 10);
        expect(parts.rest.norm).toBeCloseTo(state?.rest?.[back] ?? Number.NaN, 10);
        for (const [k, value] of product.values.entries())
          expect(parts.direct.values[k] + parts.rest.values[k]).toBeCloseTo(value, 12);
      }
    },
  );
  it('are said to be just f up to where they are found wrong, and not from there on', () => {
    const network = networkOf('lstm', 3);
    const run = jacobianRunOf(network, x);
    const flow = flowOf(network).states.find(({ state }) => state === run.state);
    const wrong = (flow && firstWrong(flow, WRONG)) ?? Number.NaN;
    const said = (back: number): string => jacobianWords(jacobianAt(run, back), run.state, 'f', back);
    expect(wrong).toBeGreaterThan(1);
    expect(said(wrong - 1)).toContain('“It is just f” is close enough here.');
    expect(said(wrong)).toContain('“It is just f” is wrong here.');
    const { product, parts } = jacobianAt(run, wrong);
    expect((parts?.rest.norm ?? 0) / product.norm).toBeGreaterThan(WRONG);
  });
  it('of a plain RNN have no direct path', () => {
    const run = jacobianRunOf(networkOf('rnn'), x);
    expect(jacobianWords(jacobianAt(run, 1), run.state, 'f', 1)).toMatch(/^1 timestep back .*no direct path/);
  });
  it('name the gate whose values are the factors of the direct path', () => {
    for (const cell of labCells.filter((id) => id !== 'rnn')) {
      const network = networkOf(cell);
      const { program, parameters } = network;
      const { state } = jacobianRunOf(network, x);
      const gate = gateOf(program.cell, state);
      const tape = runForward(program, parameters, x);
      const factors = directPathOf(tape, state)?.factors.subarray(0, program.sizes.H) ?? [];
      const named = gate === 'f' ? tape.values('f', 1) : tape.values('z', 1).map((z) => 1 - z);
      expect([...factors], gate).toEqual([...named]);
      expect(productOf(gate)).toBe(cell === 'gru' ? '∏ (1 − z)' : '∏ f');
    }
  });
});

describe('what the recurrent scale is said to do to a plain RNN', () => {
  const [, ...places] = Array.from({ length: 41 }, (_, k) => 10 ** (k / 20 - 1));
  it.each(places)('times %f: what must vanish does, and what is said to shrink shrinks', (scale) => {
    const network = networkOf('rnn', scale);
    const stretch = stretchOf(network, x);
    const [{ total }] = flowOf(network).states;
    const words = stretchWords(stretch);
    expect(stretch.again).toBeLessThanOrEqual(stretch.once);
    if (words.includes('must vanish')) for (let d = 1; d < total.length; d++) expect(total[d]).toBeLessThan(1);
    else if (words.includes('shrink it further')) expect(total[31]).toBeLessThan(1);
    else expect(words).toContain('may explode');
  });
  it('has a place at which each is said', () => {
    const said = places.map((scale) => stretchWords(stretchOf(networkOf('rnn', scale), x)));
    for (const words of ['must vanish', 'shrink it further', 'may explode'])
      expect(said.some((one) => one.includes(words))).toBe(true);
  });
});
