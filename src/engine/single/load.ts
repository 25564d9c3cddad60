import type { SingleKernels } from './machine.ts';
import { plainKernels } from './plain.ts';

/** The fastest kernels that this place allows. Never rejects. */
export async function loadSingleKernels(): Promise<SingleKernels> {
  return plainKernels;
}
