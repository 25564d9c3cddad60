import { parameterCount } from '../cell/sizes.ts';
import type { Program } from '../engine/program.ts';
import type { Tape } from '../engine/tape.ts';

/** The parameters that two runs have in common. */
export interface Sharing {
  /** The names of parameters that have the same shape in both runs, with the same numbers or with others. */
  readonly same: readonly string[];
  readonly different: readonly string[];
  /** The names of parameters that differ in shape. */
  readonly reshaped: readonly string[];
  /** Those that only one of the two has. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  /** The number of learned parameters in each run. */
  readonly counts: readonly [a: number, b: number];
}

/** Compares the parameters of two runs by name, shape and numbers. */
export function sharing(a: Tape, b: Tape): Sharing {
  const [ofA, ofB] = [shapesOf(a.program), shapesOf(b.program)];
  const common = [...ofA.keys()].filter((name) => ofB.has(name));
  const fitting = common.filter((name) => ofA.get(name) === ofB.get(name));
  const equal = (name: string): boolean => a.parameters[name].every((v, k) => v === b.parameters[name][k]);
  return {
    same: fitting.filter(equal),
    different: fitting.filter((name) => !equal(name)),
    reshaped: common.filter((name) => ofA.get(name) !== ofB.get(name)),
    onlyA: [...ofA.keys()].filter((name) => !ofB.has(name)),
    onlyB: [...ofB.keys()].filter((name) => !ofA.has(name)),
    counts: [parameterCount(a.program.cell, a.program.sizes), parameterCount(b.program.cell, b.program.sizes)],
  };
}

const shapesOf = ({ cell, sizes }: Program): ReadonlyMap<string, string> =>
  new Map(cell.parameters.map(({ name, shape }) => [name, shape.map((dim) => sizes[dim]).join()]));
