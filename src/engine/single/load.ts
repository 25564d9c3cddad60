import { Refusal } from '../../text/refusal.ts';
import type { Machine, SingleKernels } from './machine.ts';
import { plainKernels } from './plain.ts';

/** The exports of assembly/machine.ts. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  walk(code: number, start: number, end: number, from: number, to: number): void;
  sweep(code: number, start: number, end: number, from: number, to: number): void;
  firstOutside(start: number, from: number, n: number): number;
}

const PAGE = 65536;

/** The smallest module there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/**
 * The fastest kernels that this place allows: WebAssembly, or TypeScript where WebAssembly or its SIMD is missing or
 * forbidden by a content security policy; they are fetched only where they are allowed. Never rejects.
 */
export async function loadSingleKernels(): Promise<SingleKernels> {
  try {
    await WebAssembly.compile(EMPTY);
    const { KERNELS } = await import('./kernels.wasm.ts');
    return wasmKernels(await WebAssembly.compile(Uint8Array.from(atob(KERNELS), (letter) => letter.charCodeAt(0))));
  } catch {
    return plainKernels;
  }
}

function wasmKernels(module: WebAssembly.Module): SingleKernels {
  return {
    kind: 'wasm',
    machine(code, size): Machine {
      const { memory, walk, sweep, firstOutside } = new WebAssembly.Instance(module).exports as unknown as Exports;
      const start = size * Float32Array.BYTES_PER_ELEMENT;
      const bytes = start + code.byteLength;
      try {
        memory.grow(Math.ceil(bytes / PAGE) - memory.buffer.byteLength / PAGE);
      } catch {
        throw new Refusal(`The network needs ${Math.ceil(bytes / 1e6)} MB, more than is available. Make it smaller.`);
      }
      new Int32Array(memory.buffer, start, code.length).set(code);
      return {
        memory: new Float32Array(memory.buffer, 0, size),
        walk: (section, from, to) => walk(start, section.start, section.end, from, to),
        sweep: (section, from, to) => sweep(start, section.start, section.end, from, to),
        firstOutside,
      };
    },
  };
}
