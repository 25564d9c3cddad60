import type { Cell } from '../cell/cell.ts';
import type { Sizes } from '../cell/sizes.ts';
import { directPathOf } from '../engine/directPath.ts';
import { runForward } from '../engine/forward.ts';
import { type Parameters, parametersFrom } from '../engine/parameters.ts';
import { compile } from '../engine/program.ts';

/**
 * The biases that decide how much of a state its direct path keeps, each with the sign that keeps more: b_f of an LSTM
 * has 1, b_z of a GRU whose z lets the candidate in has −1. None for a cell without gates on that path.
 */
export function keepingBiases(cell: Cell): Readonly<Record<string, 1 | -1>> {
  const sizes: Sizes = { D: 1, H: 1, P: 0 };
  const program = compile(cell, sizes);
  const kept = (given: Readonly<Record<string, readonly number[]>>): number => {
    const tape = runForward(program, parametersFrom(cell, sizes, given), [0]);
    return cell.states.reduce((sum, { id }) => sum + (directPathOf(tape, id)?.factors[0] ?? 0), 0);
  };
  const base = kept({});
  const changes = cell.parameters
    .filter(({ letter }) => letter === 'b')
    .map(({ name }) => [name, Math.sign(kept({ [name]: [1] }) - base)] as const);
  return Object.fromEntries(changes.filter((entry): entry is readonly [string, 1 | -1] => entry[1] !== 0));
}

/** The parameters with the biases of the gates on the direct path set so that each keeps σ(`bias`) where nothing else speaks. */
export function withGatesOpened(cell: Cell, parameters: Parameters, bias: number): Parameters {
  const signs = keepingBiases(cell);
  return Object.fromEntries(
    Object.entries(parameters).map(([name, values]) => [
      name,
      Object.hasOwn(signs, name) ? new Float64Array(values.length).fill(signs[name] * bias) : values,
    ]),
  );
}
