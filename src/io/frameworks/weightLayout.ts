import type { Cell, Parameter } from '../../cell/cell.ts';
import { lengthOf, type Sizes } from '../../cell/sizes.ts';
import { type Parameters, parametersFrom } from '../../engine/parameters.ts';

/** An array of a framework, row-major. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** Arrays by the names that the framework gives them. */
export type Tensors = Readonly<Record<string, Tensor>>;

/** One array of a framework, whose blocks are parameters of a cell. */
export interface TensorLayout {
  readonly tensor: string;
  /**
   * The parameters in the order of the blocks. A parameter with two blocks is their sum, as with two biases. Null is a block
   * that the framework stores and the cell does not have.
   */
  readonly blocks: readonly (string | null)[];
  /** The direction in which the blocks are concatenated. Default `rows`, one below the other. */
  readonly along?: 'rows' | 'columns';
  /** A matrix in its block: row by row (default), transposed, or row by row in a block of transposed shape. */
  readonly block?: 'plain' | 'transposed' | 'refilled';
  /** The shape, if it does not follow from the blocks. */
  readonly shape?: (H: number) => readonly number[];
}

/** The arrays in which one framework stores one cell. */
export type WeightLayout = readonly TensorLayout[];

/**
 * The framework's arrays as parameters of the cell. Biases and peepholes left out are 0. Throws an error if a weight is
 * missing, an array is unknown or has the wrong shape, or the cell does not have the parameter of a block.
 */
export function parametersFromTensors(layout: WeightLayout, cell: Cell, sizes: Sizes, tensors: Tensors): Parameters {
  const values: Record<string, Float64Array> = {};
  for (const name of Object.keys(tensors))
    if (!layout.some(({ tensor }) => tensor === name))
      throw new Error(`${cell.name} does not know the array “${name}”`);
  for (const one of layout) {
    const given = tensors[one.tensor];
    if (!given) continue;
    const { shape, blocks } = arranged(one, cell, sizes);
    if (given.shape.join() !== shape.join() || given.data.length !== product(shape))
      throw new Error(`${one.tensor} needs the shape [${shape.join(', ')}], not [${given.shape.join(', ')}]`);
    for (const { parameter, positions } of blocks) {
      if (!parameter) continue;
      const known = values[parameter.name];
      values[parameter.name] = Float64Array.from(positions, (at, k) => (known?.[k] ?? 0) + given.data[at]);
    }
  }
  for (const { name, letter } of cell.parameters)
    if (!values[name] && letter !== 'b' && letter !== 'p') throw new Error(`No array holds ${name}`);
  return parametersFrom(cell, sizes, values);
}

/** The cell's parameters as the framework's arrays. Of two biases, the second is 0. Throws an error if a parameter has no block. */
export function tensorsFrom(layout: WeightLayout, cell: Cell, sizes: Sizes, parameters: Parameters): Tensors {
  const written = new Set<string>();
  const tensors: Record<string, Tensor> = {};
  for (const one of layout) {
    if (!one.blocks.some((name) => cell.parameters.some((p) => p.name === name))) continue;
    const { shape, blocks } = arranged(one, cell, sizes);
    const data = new Float64Array(product(shape));
    for (const { parameter, positions } of blocks) {
      if (!parameter || written.has(parameter.name)) continue;
      written.add(parameter.name);
      positions.forEach((at, k) => {
        data[at] = parameters[parameter.name][k];
      });
    }
    tensors[one.tensor] = { shape, data };
  }
  for (const { name } of cell.parameters)
    if (!written.has(name)) throw new Error(`This layout has no place for ${name} of ${cell.name}`);
  return tensors;
}

interface Block {
  readonly parameter: Parameter | null;
  /** The position of element k of the parameter in the array. */
  readonly positions: readonly number[];
}

function arranged({ tensor, blocks, along = 'rows', block = 'plain', shape }: TensorLayout, cell: Cell, sizes: Sizes) {
  const parameters = blocks.map((name) => {
    const found = cell.parameters.find((p) => p.name === name) ?? null;
    if (name && !found) throw new Error(`${tensor} holds ${name}, but this ${cell.name} has none`);
    return found;
  });
  const model = parameters.find((p) => p !== null);
  if (!model) throw new Error(`${tensor} holds no parameter of ${cell.name}`);
  const extents = parameters.map((parameter) => {
    const [rows, columns] = (parameter ?? model).shape.map((dim) => sizes[dim]);
    return columns === undefined ? [rows] : block === 'plain' ? [rows, columns] : [columns, rows];
  });
  const vector = extents[0].length === 1;
  const axis = along === 'columns' && !vector ? 1 : 0;
  const total = extents.reduce((sum, extent) => sum + extent[axis], 0);
  const width = vector ? 1 : axis === 1 ? total : extents[0][1];
  let start = 0;
  const placed = extents.map(([height, across = 1], index): Block => {
    const parameter = parameters[index];
    const first = axis === 1 ? start : start * width;
    start += axis === 1 ? across : height;
    const place = (k: number): number => {
      const [r, c] =
        block === 'transposed' ? [k % height, Math.floor(k / height)] : [Math.floor(k / across), k % across];
      return first + r * width + c;
    };
    const length = parameter ? lengthOf(parameter, sizes) : 0;
    return { parameter, positions: Array.from({ length }, (_, k) => place(k)) };
  });
  const natural = vector ? [total] : axis === 1 ? [extents[0][0], total] : [total, width];
  return { shape: shape?.(sizes.H) ?? natural, blocks: placed };
}

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
