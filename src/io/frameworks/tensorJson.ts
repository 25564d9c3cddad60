import { Refusal } from '../../text/refusal.ts';
import { isTooDeep } from '../jsonTable.ts';
import type { TensorFile } from './safetensors.ts';
import type { Tensor } from './weightLayout.ts';

/** True if JSON has the recurrent matrix of a PyTorch layer among its names. */
export const namesTorchArrays = (text: string): boolean => /"(?:[^"\\]*\.)?weight_hh(?:_l0)?"\s*:/.test(text);

/** The arrays of a JSON object of nested lists of numbers by name. Throws a sentence where one is no such list. */
export function readTensorJson(text: string): TensorFile {
  let json: unknown = null;
  try {
    if (!isTooDeep(text)) json = JSON.parse(text);
  } catch {
    // no JSON, which the next line says
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Refusal('This JSON of weights is broken or cut off. Export it again.');
  const tensors = Object.entries(json).map(([name, value]): [string, Tensor] => [name, tensorOf(name, value)]);
  return { tensors: new Map(tensors), metadata: new Map() };
}

function tensorOf(name: string, value: unknown): Tensor {
  const shape: number[] = [];
  for (let at = value; Array.isArray(at); at = at[0]) shape.push(at.length);
  const data: number[] = [];
  const collect = (part: unknown, depth: number): void => {
    if (depth < shape.length) {
      if (!Array.isArray(part) || part.length !== shape[depth])
        throw new Refusal(`The lists of the array “${name}” differ in length.`);
      for (const one of part) collect(one, depth + 1);
    } else if (typeof part === 'number') data.push(part);
    else throw new Refusal(`The array “${name}” has something that is not a number.`);
  };
  collect(value, 0);
  return { shape, data };
}
