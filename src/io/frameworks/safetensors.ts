import * as v from 'valibot';
import { Refusal } from '../../text/refusal.ts';
import { isTooDeep } from '../jsonTable.ts';
import type { Tensor } from './weightLayout.ts';

/** Arrays by name, and the words beside them. */
export interface TensorFile {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: ReadonlyMap<string, string>;
}

/** The largest header, in bytes. */
const MAX_HEADER = 4 * 2 ** 20;

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const described = v.object({
  dtype: v.string(),
  shape: v.pipe(v.array(size), v.maxLength(8)),
  data_offsets: v.tuple([size, size]),
});
const words = v.record(v.string(), v.string());

/** The readers of numbers by type: the bytes of one, and the one at an offset. */
const numbers: Readonly<Record<string, readonly [bytes: number, read: (data: DataView, at: number) => number]>> = {
  F64: [8, (data, at) => data.getFloat64(at, true)],
  F32: [4, (data, at) => data.getFloat32(at, true)],
};

/** True if bytes begin as a safetensors file does: the length of a header that fits into them, and JSON. */
export function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length < 10 || bytes[8] !== 0x7b) return false;
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true) <= BigInt(bytes.length - 8);
}

/**
 * Arrays in the safetensors format: the length of the header as 64 bits, little-endian; the header, JSON of names, types,
 * shapes and offsets; the numbers. Throws a sentence where the bytes are no such file. Nothing is trusted: offsets lie
 * within the data and agree with the shapes.
 */
export function readSafetensors(bytes: Uint8Array): TensorFile {
  const all = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < 8 ? Number.NaN : Number(all.getBigUint64(0, true));
  if (!(length <= Math.min(MAX_HEADER, bytes.length - 8)))
    throw new Refusal('The arrays are cut off, or they are not in the safetensors format.');
  const data = new DataView(bytes.buffer, bytes.byteOffset + 8 + length);
  const limit = bytes.length - 8 - length;
  const entries = headerOf(bytes.subarray(8, 8 + length));
  const metadata = v.safeParse(words, entries.get('__metadata__') ?? {});
  entries.delete('__metadata__');
  const tensors = [...entries].map(([name, entry]) => [name, tensorOf(name, entry, data, limit)] as const);
  return {
    tensors: new Map(tensors),
    metadata: new Map(metadata.success ? Object.entries(metadata.output) : []),
  };
}

function headerOf(bytes: Uint8Array): Map<string, unknown> {
  const text = new TextDecoder().decode(bytes);
  let header: unknown = null;
  try {
    if (!isTooDeep(text)) header = JSON.parse(text);
  } catch {
    // no JSON, which the next line says
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw new Refusal('The header of the arrays is not JSON, which the safetensors format requires.');
  return new Map(Object.entries(header));
}

function tensorOf(name: string, entry: unknown, data: DataView, limit: number): Tensor {
  const read = v.safeParse(described, entry);
  if (!read.success) throw new Refusal(`The array “${name}” lacks a type, a shape or its offsets.`);
  const { dtype, shape, data_offsets } = read.output;
  const [start, end] = data_offsets;
  if (!Object.hasOwn(numbers, dtype))
    throw new Refusal(`The array “${name}” is of type ${dtype}; convert it to float32 or float64.`);
  const [width, at] = numbers[dtype];
  const count = shape.reduce((product, extent) => product * extent, 1);
  if (end > limit || end - start !== count * width)
    throw new Refusal(`The array “${name}” does not have as many numbers as its shape [${shape.join(', ')}] says.`);
  const values = Float64Array.from({ length: count }, (_, k) => at(data, start + k * width));
  if (!values.every(Number.isFinite)) throw new Refusal(`The array “${name}” has a value that is not a finite number.`);
  return { shape, data: values };
}
