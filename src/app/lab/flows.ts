import { type GradientFlow, gradientFlowOf } from '../../analysis/gradientFlow.ts';
import { runForward } from '../../engine/forward.ts';
import type { LabNetwork } from './networks.ts';

/** The gradient flow of a network on the sequence that all networks read. */
export type FlowOf = (network: LabNetwork) => GradientFlow;

/** Gradient flows on one sequence, each computed when it is first asked for. */
export function createFlows(x: Float64Array): FlowOf {
  const known = new WeakMap<LabNetwork, GradientFlow>();
  return (network) => {
    const flow =
      known.get(network) ?? gradientFlowOf(runForward(network.program, network.parameters, x), network.parameters);
    known.set(network, flow);
    return flow;
  };
}
