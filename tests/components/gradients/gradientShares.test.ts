import { describe, expect, test } from 'vitest';
import { gradientShares } from '../../../src/components/gradients/gradientShares.ts';
import { defaultInputs, defaultView } from '../../../src/io/defaults.ts';
import { createGatescope } from '../../../src/store/gatescope.ts';
import type { Inputs } from '../../../src/store/state.ts';
import { withGiven } from '../../store/given.ts';

/** A relu RNN of one unit in which the state is multiplied by `weight` and stays above 0. */
function scaled(weight: number, text: string): Inputs {
  const inputs: Inputs = {
    ...defaultInputs,
    cell: 'rnn',
    options: { ...defaultInputs.options, activation: 'relu' },
    H: 1,
    sequence: { ...defaultInputs.sequence, text },
    initial: { h: Float64Array.of(1) },
  };
  return withGiven(inputs, {
    values: { W_h: Float64Array.of(0), U_h: Float64Array.of(weight), b_h: Float64Array.of(0) },
  });
}

describe('what is left of a gradient on its way back', () => {
  test.each([0.5, 1, 1.25])('is a power of the weight where the state is multiplied by %d', (weight) => {
    const gatescope = createGatescope({
      initial: { inputs: scaled(weight, 'aaaaa'), view: { ...defaultView, shows: 'gradients' } },
    });
    const gradient = gatescope.takeGradient(gatescope.derived(), gatescope.getState().view);
    const shares = gradient && gradientShares(gradient);
    expect(shares?.state).toBe('h');
    for (const [k, share] of (shares?.shares ?? []).entries()) expect(share).toBeCloseTo(weight ** (4 - k), 12);
    expect(shares?.factor).toBeCloseTo(weight, 12);
  });

  test('has no factor where there is one timestep only', () => {
    const gatescope = createGatescope({
      initial: { inputs: scaled(0.5, 'a'), view: { ...defaultView, shows: 'gradients' } },
    });
    const gradient = gatescope.takeGradient(gatescope.derived(), gatescope.getState().view);
    expect(gradient && gradientShares(gradient)).toBeNull();
  });
});
