import { type GradientFlow, gradientFlowOf } from '../analysis/gradientFlow.ts';
import { withGatesOpened } from '../analysis/keepingBiases.ts';
import type { Cell } from '../cell/cell.ts';
import { runForward } from '../engine/forward.ts';
import type { Head } from '../engine/head.ts';
import type { Parameters } from '../engine/parameters.ts';
import type { Program } from '../engine/program.ts';
import { fields } from '../training/fields.ts';
import { type Architecture, type Network, programsOf } from '../training/network.ts';
import type { Task } from '../training/task.ts';
import { initialNetwork } from '../training/weights.ts';
import type { PointSettings } from './recipe.ts';
import { unitsFor } from './sizes.ts';

/** One layer of a cell with its head, ready to run. */
export interface LabNetwork {
  readonly program: Program;
  readonly parameters: Parameters;
  readonly head: Head;
}

/** The architecture of the network at a point of the laboratory. */
export function architectureAt(cell: string, parameters: number, task: Task): Architecture {
  const { inputs, outputs } = task;
  return {
    cell,
    options: {},
    D: inputs.length,
    H: unitsFor(cell, parameters, task),
    layers: 1,
    outputs: outputs.length,
  };
}

/** A network before its first update, the gates on its direct path opened. */
export function untrained(
  cell: string,
  { parameters, opening }: Pick<PointSettings, 'parameters' | 'opening'>,
  task: Task,
  seed: number,
): LabNetwork {
  const architecture = architectureAt(cell, parameters, task);
  const { layers, head } = initialNetwork(architecture, { seed, gain: fields.gain.initial, forgetBias: 0 });
  const [program] = programsOf(architecture);
  return { program, parameters: withGatesOpened(program.cell, layers[0], opening), head };
}

/** The network as training takes it. */
export const asNetwork = ({ parameters, head }: LabNetwork): Network => ({ layers: [parameters], head });

/** The network with its recurrent matrices multiplied. */
export function withRecurrentScale(network: LabNetwork, scale: number): LabNetwork {
  return scale === 1 ? network : { ...network, parameters: scaled(network.program.cell, network.parameters, scale) };
}

/** The gradient in a network that reads x. */
export function flowIn({ program, parameters }: LabNetwork, x: Float64Array): GradientFlow {
  return gradientFlowOf(runForward(program, parameters, x));
}

/** The parameters with every matrix that weighs a hidden state multiplied. */
function scaled(cell: Cell, parameters: Parameters, scale: number): Parameters {
  const recurrent = new Set(cell.parameters.filter(({ letter }) => letter === 'U').map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(parameters).map(([name, w]) => [name, recurrent.has(name) ? w.map((v) => scale * v) : w]),
  );
}

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
