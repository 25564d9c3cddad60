import {
  firstWrong,
  type GradientFlow,
  gradientFlowOf,
  productOfSteps,
  shareBeside,
} from '../../src/analysis/gradientFlow.ts';
import { runForward } from '../../src/engine/forward.ts';
import { WRONG } from '../../src/laboratory/gradientWords.ts';
import { displayed } from '../../src/notation/number.ts';
import type { Given } from '../arguments.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import type { Examined } from './source.ts';
import { timestepOf } from './timesteps.ts';

/** Norms of the gradient on its way back from a timestep, the last by default. */
export function gradient(examined: Examined, { timestep }: Given): Printed {
  const { program, parameters, initial, encoded } = examined.derived;
  const last = timestepOf(examined, timestep);
  const tape = runForward(program, parameters, encoded.x.subarray(0, last * encoded.D), initial);
  const flow = gradientFlowOf(tape);
  return {
    text: [
      `Spectral norms on the way back from timestep ${last}: of d(state at ${last})/d(state at k), the direct path alone,`,
      'the rest; the product of all timesteps in between; and what timestep k + 1 does at most by itself.',
      '',
      flowTable(flow),
    ].join('\n'),
    data: { timestep: last, ...flowData(flow) },
  };
}

/** Table of all norms of a flow, one row per distance. */
export function flowTable(flow: GradientFlow): string {
  const last = flow.steps.length;
  const products = productOfSteps(flow);
  const names = flow.states.flatMap(({ state, direct }) => [
    `d${state}/d${state}`,
    ...(direct ? [`${state} direct`, `${state} rest`] : []),
  ]);
  const rows = Array.from(products, (product, d) => [
    String(d),
    String(last - d),
    ...flow.states
      .flatMap(({ total, direct, rest }) => [total, ...(direct && rest ? [direct, rest] : [])])
      .map((one) => displayed(one[d])),
    displayed(product),
    d === 0 ? '' : displayed(flow.steps[last - d]),
  ]);
  return plainTable(['distance', 'k', ...names, 'product', 'step'], rows);
}

/** All norms of a flow with every digit. */
export function flowData(flow: GradientFlow) {
  return {
    steps: flow.steps,
    products: productOfSteps(flow),
    states: flow.states.map((one) => ({ ...one, shareBeside: shareBeside(one), firstWrong: firstWrong(one, WRONG) })),
  };
}
