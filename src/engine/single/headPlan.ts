import type { Address, Assembler, Section } from './assembler.ts';
import { type BatchVector, shifted } from './memoryLayout.ts';
import { roundedUp } from './panels.ts';
import { type Placement, placeMatrix, placeVector } from './weights.ts';

/** The linear outputs on top: y = W h + b at every timestep. */
export interface HeadPlan {
  /** The K outputs; their derivatives are `shift` numbers further. */
  readonly outputs: BatchVector;
  readonly shift: number;
  readonly placements: Readonly<Record<'W' | 'b', Placement>>;
  readonly forward: Section;
  /** Gives dL/dh of all timesteps. */
  readonly backward: Section;
  readonly gradients: Section;
}

/** Places a head of K outputs on the hidden state `h`, whose derivatives are at `below`. */
export function headPlan(
  K: number,
  timesteps: number,
  h: BatchVector,
  below: Address,
  ones: Address,
  assembler: Assembler,
): HeadPlan {
  const { batch } = assembler;
  const units = roundedUp(K, 4);
  const stride = units * batch;
  const { at, shift } = assembler.reserveTwice((timesteps + 1) * stride);
  const outputs: BatchVector = { at, stride, size: K, units };
  const delta = shifted(outputs, shift);
  const bias = placeVector(assembler, assembler.reserve(stride), outputs);
  const shape = { parameters: 1, rows: K, rowUnits: units, columns: h.size, columnUnits: h.units, back: true };
  const { panels, transposed, sum, placements } = placeMatrix(assembler, shape);
  return {
    outputs,
    shift,
    placements: { W: placements[0], b: bias },
    forward: assembler.section(() => {
      assembler.copy(stride, outputs, { at: bias.at, stride: 0 });
      assembler.product({ rows: units, columns: h.size, weights: panels.at, out: outputs, source: h, add: true });
    }),
    backward: assembler.section(() => {
      for (const { panels: back } of transposed)
        assembler.product({ rows: h.units, columns: K, weights: back.at, out: below, source: delta });
    }),
    gradients: assembler.section(() => {
      assembler.gradient({ rows: units, columns: h.size, gradient: sum, delta, source: h });
      assembler.gradient({ rows: K, columns: 1, gradient: bias.sum, delta, source: ones });
    }),
  };
}
