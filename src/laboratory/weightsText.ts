import { lengthOf } from '../cell/sizes.ts';
import type { Program } from '../engine/program.ts';
import type { LabNetwork } from './networks.ts';

/** All weights of a network, in the order of its parameters and then W and b of its head, as float32 in base64. */
export function weightsText({ program, parameters, head }: LabNetwork): string {
  const all = [...program.cell.parameters.map(({ name }) => parameters[name]), head.W, head.b];
  const view = new DataView(new ArrayBuffer(4 * all.reduce((n, values) => n + values.length, 0)));
  let at = 0;
  for (const values of all)
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  let binary = '';
  for (let k = 0; k < view.byteLength; k++) binary += String.fromCharCode(view.getUint8(k));
  return btoa(binary);
}

/** The inverse of `weightsText` for a network of this program with K outputs. Throws where the length does not fit. */
export function networkFrom(text: string, program: Program, K: number): LabNetwork {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const take = (length: number): Float64Array =>
    Float64Array.from({ length }, () => {
      const value = view.getFloat32(at, true);
      at += 4;
      return value;
    });
  const { cell, sizes } = program;
  const parameters = Object.fromEntries(cell.parameters.map((p) => [p.name, take(lengthOf(p, sizes))]));
  const head = { W: take(K * sizes.H), b: take(K) };
  if (at !== bytes.length) throw new RangeError(`${cell.name}: ${bytes.length / 4} weights, not ${at / 4}`);
  return { program, parameters, head };
}
