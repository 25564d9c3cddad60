import { cellOf } from '../../cell/cell.ts';
import { sizesOf } from '../../cell/sizes.ts';
import { declarationOf } from '../../cells/index.ts';
import type { Parameters } from '../../engine/parameters.ts';
import { Refusal } from '../../text/refusal.ts';
import { limitSentences, MAX_FEATURES, MAX_UNITS } from '../limits.ts';
import { pytorch, pytorchSuffix } from './pytorch.ts';
import type { TensorFile } from './safetensors.ts';
import { parametersFromTensors, type Tensor, type WeightLayout } from './weightLayout.ts';

/** A layer of a framework as a cell with its weights, and the sequence that it reads. */
export interface HandedLayer {
  readonly cell: 'rnn' | 'lstm' | 'gru';
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly units: number;
  /** The number of inputs. */
  readonly D: number;
  readonly weights: Parameters;
  /** T rows of D numbers; undefined if none were handed over. */
  readonly rows: readonly (readonly number[])[] | undefined;
}

/** The modules of PyTorch by the name of their class. */
const modules: Readonly<Record<string, Pick<HandedLayer, 'cell' | 'options'> & { readonly layout: WeightLayout }>> = {
  RNN: { cell: 'rnn', options: {}, layout: pytorch.rnn },
  LSTM: { cell: 'lstm', options: {}, layout: pytorch.lstm },
  GRU: { cell: 'gru', options: { reset: 'after', z: 'old' }, layout: pytorch.gru },
};

const SUFFIX = pytorchSuffix(0, false);

/**
 * The first layer, forward direction, of `torch.nn.RNN`, `LSTM` or `GRU` from its arrays (`weight_ih_l0` [G·H, D], …) and
 * the sequence `x` [T, D] that it reads. The metadata name the class (`module`) and the activation (`nonlinearity`).
 * Throws a sentence where the arrays do not fit together.
 */
export function torchLayer({ tensors, metadata }: TensorFile): HandedLayer {
  const named = metadata.get('module') ?? '';
  if (!Object.hasOwn(modules, named))
    throw new Refusal(
      `The module is ${named === '' ? 'not named' : `“${named}”`}; the metadata of the arrays have to name one of ${Object.keys(modules).join(', ')}.`,
    );
  const { cell: id, options, layout } = modules[named];
  const given = [...tensors].filter(([name]) => name.endsWith(SUFFIX));
  const arrays = Object.fromEntries(given.map(([name, tensor]) => [name.slice(0, -SUFFIX.length), tensor]));
  if (arrays.weight_hr) throw new Refusal('A projected LSTM (proj_size) cannot be shown yet.');
  const [, H = 0] = arrays.weight_hh?.shape ?? [];
  const [, D = 0] = arrays.weight_ih?.shape ?? [];
  if (H < 1 || D < 1)
    throw new Refusal(`The arrays weight_ih${SUFFIX} and weight_hh${SUFFIX} are missing, or they are not matrices.`);
  if (H > MAX_UNITS) throw new Refusal(`The layer has ${H} units. ${limitSentences.units}`);
  if (D > MAX_FEATURES) throw new Refusal(`The layer has ${D} inputs. ${limitSentences.numbers}`);
  const chosen = {
    ...options,
    ...(id === 'rnn' && { activation: metadata.get('nonlinearity') === 'relu' ? 'relu' : 'tanh' }),
    bias: arrays.bias_ih !== undefined,
  };
  const declaration = declarationOf(id);
  if (!declaration) throw new Error(`There is no cell ${id}`);
  const cell = cellOf(declaration, chosen);
  return {
    cell: id,
    options: chosen,
    units: H,
    D,
    weights: parametersOf(() => parametersFromTensors(layout, cell, sizesOf(D, H), arrays)),
    rows: rowsOf(tensors.get('x'), D),
  };
}

/** A layout says what does not fit by an error, which is a fault of what was handed over. */
function parametersOf(read: () => Parameters): Parameters {
  try {
    return read();
  } catch (error) {
    throw new Refusal(`${(error as Error).message}.`);
  }
}

function rowsOf(x: Tensor | undefined, D: number): HandedLayer['rows'] {
  if (!x) return undefined;
  const [T, width] = x.shape;
  if (x.shape.length !== 2 || width !== D)
    throw new Refusal(`x has the shape [${x.shape.join(', ')}]; it needs [T, ${D}]: one row for each timestep.`);
  return Array.from({ length: T }, (_, t) => Array.from({ length: D }, (_, d) => x.data[t * D + d]));
}
