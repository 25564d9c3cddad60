import type { Program, Slot } from '../program.ts';
import type { Address, Assembler } from './assembler.ts';
import { roundedUp } from './panels.ts';

/** A vector of a frame for a whole batch: `size` units and some that only fill up, each with a number a sequence. */
export interface BatchVector extends Address {
  readonly size: number;
  /** The size rounded up so that units·batch is a multiple of 4. */
  readonly units: number;
}

/** The addresses of one layer's frames in memory; those of their derivatives lie `shift` numbers further. */
export interface MemoryLayout {
  readonly program: Program;
  readonly frames: Address;
  readonly shift: number;
  readonly vectors: ReadonlyMap<string, BatchVector>;
}

/** Reserves the frames 0…T of a layer and of its derivatives. */
export function memoryLayoutOf(program: Program, timesteps: number, assembler: Assembler): MemoryLayout {
  const { batch } = assembler;
  const unitsOf = (size: number): number => roundedUp(size, batch % 4 === 0 ? 1 : batch % 2 === 0 ? 2 : 4);
  let stride = 0;
  const inFrame: (readonly [string, number, Slot])[] = [];
  for (const [id, slot] of program.slots) {
    inFrame.push([id, stride, slot]);
    stride += unitsOf(slot.size) * batch;
  }
  const { at, shift } = assembler.reserveTwice((timesteps + 1) * stride);
  const vectors = inFrame.map(([id, offset, { size }]): [string, BatchVector] => [
    id,
    { at: at + offset, stride, size, units: unitsOf(size) },
  ]);
  return { program, frames: { at, stride }, shift, vectors: new Map(vectors) };
}

/** A vector as a step of the program names it: by its offset in the program's frame, negative for the timestep before. */
export interface Source {
  readonly vector: BatchVector;
  readonly previous: boolean;
}

/** Finds vectors by the offsets of the layout's program. */
export function sourcesOf({ program, vectors }: MemoryLayout): (offset: number) => Source {
  const byOffset = new Map<number, BatchVector>();
  for (const [id, { offset, size }] of program.slots)
    if (size > 0) byOffset.set(offset, vectors.get(id) as BatchVector);
  return (offset) => {
    const previous = offset < 0;
    const vector = byOffset.get(previous ? offset + program.frameSize : offset);
    if (!vector) throw new Error(`The program has no vector at ${offset}`);
    return { vector, previous };
  };
}

/** The address of a source's values at timestep 0. */
export const addressOf = ({ vector, previous }: Source): Address =>
  previous ? { at: vector.at - vector.stride, stride: vector.stride } : vector;

/** The same in the derivatives. */
export const shifted = ({ at, stride }: Address, shift: number): Address => ({ at: at + shift, stride });
