import type { Cell } from '../../cell/cell.ts';
import type { Head } from '../../engine/head.ts';
import { initialParameters, type Parameters, uniform } from '../../engine/parameters.ts';
import type { Program } from '../../engine/program.ts';
import { programsOf } from '../../training/network.ts';
import type { Task } from '../../training/task.ts';
import { unitsFor } from './sizes.ts';

/** One layer of a cell with its head, ready to run. */
export interface LabNetwork {
  readonly program: Program;
  readonly parameters: Parameters;
  readonly head: Head;
}

/** A cell of about this many learned numbers as it is before its first update. */
export function untrained(cell: string, parameters: number, task: Task, seed: number): LabNetwork {
  const H = unitsFor(cell, parameters, task);
  const [program] = programsOf({
    cell,
    options: {},
    D: task.inputs.length,
    H,
    layers: 1,
    outputs: task.outputs.length,
  });
  const K = task.outputs.length;
  return {
    program,
    parameters: initialParameters(program.cell, program.sizes, { seed }),
    head: {
      W: Float64Array.from({ length: K * H }, (_, k) => uniform(seed, k) / Math.sqrt(H)),
      b: new Float64Array(K),
    },
  };
}

/** The network with its recurrent matrices multiplied. */
export function withRecurrentScale(network: LabNetwork, scale: number): LabNetwork {
  return scale === 1 ? network : { ...network, parameters: scaled(network.program.cell, network.parameters, scale) };
}

/** The parameters with every matrix that weighs a hidden state multiplied. */
function scaled(cell: Cell, parameters: Parameters, scale: number): Parameters {
  const recurrent = new Set(cell.parameters.filter(({ letter }) => letter === 'U').map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(parameters).map(([name, w]) => [name, recurrent.has(name) ? w.map((v) => scale * v) : w]),
  );
}
