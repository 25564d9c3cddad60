import type { Program, Slot } from '../program.ts';
import type { Address, Assembler } from './assembler.ts';
import { roundedUp } from './panels.ts';

/** A vector of a frame for a whole batch: `size` units and some that only fill up, each with a number a sequence. */
export interface Place extends Address {
  readonly size: number;
  /** The size rounded up so that units·batch is a multiple of 4. */
  readonly units: number;
}

/** The addresses of one layer's frames in memory; those of their derivatives lie `shift` numbers further. */
export interface MemoryLayout {
  readonly program: Program;
  readonly frames: Address;
  readonly shift: number;
  readonly places: ReadonlyMap<string, Place>;
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
  const places = inFrame.map(([id, offset, { size }]): [string, Place] => [
    id,
    { at: at + offset, stride, size, units: unitsOf(size) },
  ]);
  return { program, frames: { at, stride }, shift, places: new Map(places) };
}

/** A place as a step of the program means it: by its offset in the program's frame, negative for the timestep before. */
export interface Source {
  readonly place: Place;
  readonly previous: boolean;
}

/** Finds places by the offsets of the layout's program. */
export function sourcesOf({ program, places }: MemoryLayout): (offset: number) => Source {
  const byOffset = new Map<number, Place>();
  for (const [id, { offset, size }] of program.slots) if (size > 0) byOffset.set(offset, places.get(id) as Place);
  return (offset) => {
    const previous = offset < 0;
    const place = byOffset.get(previous ? offset + program.frameSize : offset);
    if (!place) throw new Error(`The program has no vector at ${offset}`);
    return { place, previous };
  };
}

/** Where the values of a source stand at timestep 0. */
export const addressOf = ({ place, previous }: Source): Address =>
  previous ? { at: place.at - place.stride, stride: place.stride } : place;

/** The same in the derivatives. */
export const shifted = ({ at, stride }: Address, shift: number): Address => ({ at: at + shift, stride });
