import type { Cell, Parameter } from '../cell/cell.ts';
import { lengthOf, type Sizes } from '../cell/sizes.ts';
import { hashOf } from '../text/hash.ts';
import { checkParameters } from './given.ts';

/** The parameters of a cell by name, row-major: `W_f` has H rows of D columns. */
export type Parameters = Readonly<Record<string, Float64Array>>;

/**
 * Value k of the stream `seed`, uniform in [−1, 1): the finaliser of MurmurHash3 (Appleby 2011) over k and the seed,
 * its upper 20 bits. Exact in float32 and float64 and the same in every language.
 */
export function uniform(seed: number, k: number): number {
  let h = (k + 1 + Math.imul(seed, 0x9e3779b1)) >>> 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b) >>> 0;
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35) >>> 0;
  h ^= h >>> 16;
  return (h >>> 12) / 524288 - 1;
}

/** The distribution from which seeded parameters are drawn. */
export interface Initialisation {
  /** A whole number; the same seed gives the same parameters on every machine. */
  readonly seed: number;
  /** Weights lie in ±gain/√H; biases start at 0, the gains of a layer norm at 1. Default 1.5. */
  readonly gain?: number;
  /** The bias that a forget gate starts with. Default 1 (positive: Gers, Schmidhuber & Cummins 2000; 1: Jozefowicz et al. 2015). */
  readonly forgetBias?: number;
}

/** One parameter's seeded values; it depends on its name, its length and the seed alone, so cells share what they share. */
export function initialValues(
  parameter: Parameter,
  sizes: Sizes,
  { seed, gain = 1.5, forgetBias = 1 }: Initialisation,
): Float64Array {
  const values = new Float64Array(lengthOf(parameter, sizes));
  if (parameter.starts !== 'drawn') return values.fill({ zero: 0, one: 1, forgetBias }[parameter.starts]);
  // each parameter has a stream of its own
  const stream = (seed ^ hashOf(parameter.name)) >>> 0;
  const scale = gain / Math.sqrt(sizes.H);
  return values.map((_, k) => scale * uniform(stream, k));
}

/** Values from a seed for every parameter of the cell. */
export function initialParameters(cell: Cell, sizes: Sizes, initialisation: Initialisation): Parameters {
  return Object.fromEntries(cell.parameters.map((p) => [p.name, initialValues(p, sizes, initialisation)]));
}

/** The given arrays as the cell's parameters. Names left out become zeros. Throws an error that names what does not fit. */
export function parametersFrom(
  cell: Cell,
  sizes: Sizes,
  given: Readonly<Record<string, ArrayLike<number>>>,
): Parameters {
  const zeros = cell.parameters.map((p) => [p.name, new Float64Array(lengthOf(p, sizes))] as const);
  const filled: Readonly<Record<string, ArrayLike<number>>> = { ...Object.fromEntries(zeros), ...given };
  checkParameters(cell, sizes, filled);
  return Object.fromEntries(cell.parameters.map(({ name }) => [name, Float64Array.from(filled[name])]));
}
