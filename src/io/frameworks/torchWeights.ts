import { cellOf, settledOptions } from '../../cell/cell.ts';
import { declarationOf } from '../../cells/index.ts';
import { Refusal } from '../../text/refusal.ts';
import { KNOWN_WEIGHTS } from '../knownWeights.ts';
import type { ParametersChange } from '../parametersFile.ts';
import { columnName } from '../sequence.ts';
import { givenWeights } from '../weights.ts';
import type { TensorFile } from './safetensors.ts';
import { torchLayer } from './torchLayer.ts';
import type { Tensor } from './weightLayout.ts';

/** The arrays of a first layer in a state_dict: in a module (`lstm.weight_hh_l0`), or of an LSTMCell (`weight_hh`). */
const ARRAY = /^(|.*\.)((?:weight|bias)_(?:ih|hh|hr))(?:_l0)?$/;

/** The modules by the number of layers that their matrices stack. */
const byLayers: Readonly<Record<number, string>> = { 1: 'RNN', 3: 'GRU', 4: 'LSTM' };

/**
 * The first recurrent layer, forward direction, of a PyTorch state_dict as a change of the inputs, for a cell that reads the
 * `features`; an array `x` [T, D] is the sequence that it reads. Where the metadata do not name the module, its matrices
 * do. Notices say what is left out or assumed. Throws a sentence where the arrays do not fit.
 */
export function readTorchWeights(
  { tensors, metadata }: TensorFile,
  features: readonly string[],
): { readonly change: ParametersChange; readonly notices: readonly string[] } {
  const [, prefix, part] =
    [...tensors.keys()].map((name) => ARRAY.exec(name)).find((one) => one?.[2] === 'weight_hh') ?? [];
  if (prefix === undefined || part === undefined)
    throw new Refusal(`There is no array “weight_hh_l0” in this file. ${KNOWN_WEIGHTS}`);
  const own = new Map<string, Tensor>();
  const left: string[] = [];
  for (const [name, tensor] of tensors) {
    const [, before, array] = ARRAY.exec(name) ?? [];
    if (name === 'x') own.set(name, tensor);
    else if (before === prefix) own.set(`${array}_l0`, tensor);
    else left.push(name);
  }
  const [height = 0, width = 0] = own.get('weight_hh_l0')?.shape ?? [];
  const module = metadata.get('module') ?? byLayers[height / width] ?? '';
  const layer = torchLayer({ tensors: own, metadata: new Map([...metadata, ['module', module]]) });
  const declaration = declarationOf(layer.cell);
  if (!declaration) throw new Error(`There is no cell ${layer.cell}`);
  const { D } = layer;
  if (!layer.rows && D !== features.length)
    throw new Refusal(
      `These weights are for D = ${D} inputs, but the sequence has ${features.length}. Choose a sequence with ${D} first.`,
    );
  const chosen = {
    cell: layer.cell,
    options: cellOf(declaration, settledOptions(declaration, layer.options)).options,
    H: layer.units,
  };
  const columns = Array.from({ length: D }, (_, k) => columnName(k, D));
  return {
    change: {
      ...chosen,
      initial: {},
      weights: givenWeights(chosen, { values: layer.weights, origin: 'opened' }),
      ...(layer.rows && { sequence: { kind: 'numbers', columns, rows: layer.rows, scaling: 'none' } }),
    },
    notices: [
      `Read as torch.nn.${module}, ${layer.units} units.`,
      ...(module === 'RNN' && !metadata.has('nonlinearity')
        ? [
            'The file does not name the activation, so PyTorch’s default, tanh, is used. If it was relu, choose that beside the cell.',
          ]
        : []),
      ...(left.length > 0 ? [`Left out: ${listed(left)}. The page shows one layer, read forward.`] : []),
      ...(layer.rows ? ['The sequence of the file is used.'] : []),
    ],
  };
}

const SHOWN = 6;

const listed = (names: readonly string[]): string =>
  names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', ');
