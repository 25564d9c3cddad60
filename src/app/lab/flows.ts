import type { GradientFlow } from '../../analysis/gradientFlow.ts';
import { flowIn, type LabNetwork } from './networks.ts';

/** The gradient flow of a network on the sequence that all networks read. */
export type FlowOf = (network: LabNetwork) => GradientFlow;

/** Gradient flows on one sequence, each computed when it is first asked for. */
export function createFlows(x: Float64Array): FlowOf {
  const known = new WeakMap<LabNetwork, GradientFlow>();
  return (network) => {
    const flow = known.get(network) ?? flowIn(network, x);
    known.set(network, flow);
    return flow;
  };
}
