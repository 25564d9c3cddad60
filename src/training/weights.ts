import type { Cell } from '../cell/cell.ts';
import type { Sizes } from '../cell/sizes.ts';
import { type Initialisation, initialParameters, uniform } from '../engine/parameters.ts';
import type { SingleWeights } from '../engine/single/single.ts';
import { type Architecture, type Network, programsOf } from './network.ts';
import type { Arrays } from './optimisers.ts';

/** The distance between the streams of layers and of the head. */
const NEXT_LAYER = 10_000_000;
const HEAD = 5_000_000;

/** A network before its first update: each layer as its cell is seeded, the head in ±1/√H, its biases 0. */
export function initialNetwork(architecture: Architecture, initialisation: Initialisation): Network {
  const { H, outputs } = architecture;
  const { seed } = initialisation;
  return {
    layers: programsOf(architecture).map(({ cell, sizes }, k) =>
      initialParameters(cell, sizes, { ...initialisation, seed: seed + k * NEXT_LAYER }),
    ),
    head: {
      W: Float64Array.from({ length: outputs * H }, (_, k) => uniform(seed + HEAD, k) / Math.sqrt(H)),
      b: new Float64Array(outputs),
    },
  };
}

/** The arrays of a network by name, `1.W_f` in the bottom layer, `head.W`: float64 arrays as they are, others as copies. */
export function arraysOf({ layers, head }: SingleWeights): Arrays {
  const own = (values: ArrayLike<number>): Float64Array =>
    values instanceof Float64Array ? values : new Float64Array(values);
  return Object.fromEntries([
    ...layers.flatMap((layer, k) => Object.entries(layer).map(([name, values]) => [`${k + 1}.${name}`, own(values)])),
    ['head.W', own(head.W)],
    ['head.b', own(head.b)],
  ]);
}

/** The network with every number replaced by `change` of it. */
export function mapNetwork({ layers, head }: Network, change: (value: number) => number): Network {
  const mapped = (values: Float64Array): Float64Array => values.map(change);
  return {
    layers: layers.map((layer) =>
      Object.fromEntries(Object.entries(layer).map(([name, values]) => [name, mapped(values)])),
    ),
    head: { W: mapped(head.W), b: mapped(head.b) },
  };
}

/** A weight as it is shown, linked and kept in files: 4 significant digits. */
export const shown = (value: number): number => Number(value.toPrecision(4));

/** The number of columns in each array of a network. */
function columnsOf(architecture: Architecture): Readonly<Record<string, number>> {
  const columns = (cell: Cell, sizes: Sizes, k: number): (readonly [string, number])[] =>
    cell.parameters.map(({ name, shape }) => [`${k + 1}.${name}`, shape.length > 1 ? sizes[shape[1]] : 1]);
  return Object.fromEntries([
    ...programsOf(architecture).flatMap(({ cell, sizes }, k) => columns(cell, sizes, k)),
    ['head.W', architecture.H],
    ['head.b', 1],
  ]);
}

/** Writes into `to` what `from` has in the same rows and columns, where the two architectures differ in H. */
export function keepOverlap(to: Arrays, toShape: Architecture, from: Arrays, fromShape: Architecture): void {
  const wide = columnsOf(toShape);
  const narrow = columnsOf(fromShape);
  for (const [name, values] of Object.entries(to)) {
    const rows = Math.min(values.length / wide[name], from[name].length / narrow[name]);
    const columns = Math.min(wide[name], narrow[name]);
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) values[r * wide[name] + c] = from[name][r * narrow[name] + c];
  }
}
