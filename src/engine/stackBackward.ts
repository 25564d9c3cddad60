import { type BackwardOptions, type Gradients, runBackward } from './backward.ts';
import { backwards, type PassRun, type StackRun } from './stack.ts';
import type { Tape } from './tape.ts';

/** The derivatives of the loss from which the backward pass of a stack starts. */
export interface StackSeed {
  /** dL/d(output of the stack): T·width numbers. */
  readonly output: ArrayLike<number>;
  /** dL/d(final states) by layer, pass and state, if the loss reads them. */
  readonly final?: readonly (readonly Readonly<Record<string, ArrayLike<number>>>[])[] | undefined;
}

/** All derivatives of a stack. */
export interface StackGradients {
  /** Derivatives by layer and pass. Adjoint frames are in the order of the tape: frame 1 of a reverse pass is the last input. */
  readonly layers: readonly (readonly Pick<Gradients, 'adjoint' | 'parameters' | 'initial'>[])[];
  /** dL/dx in the order of the input: T·D numbers. */
  readonly x: Float64Array;
}

/**
 * Backpropagates through a run of `runStack` from the top layer down; each layer hands dL/d(its input) to the layer below.
 * `window` counts timesteps in the order in which a pass computes them. Throws a RangeError if a length does not fit.
 */
export function runStackBackward(
  run: StackRun,
  seed: StackSeed,
  options: Pick<BackwardOptions, 'window'> = {},
): StackGradients {
  if (seed.output.length !== run.output.length)
    throw new RangeError(`dL/d(output) needs ${run.output.length} numbers, not ${seed.output.length}`);
  const gradients: Gradients[][] = [];
  let above = Float64Array.from(seed.output);
  for (let depth = run.layers.length - 1; depth >= 0; depth--) {
    const passes = run.layers[depth];
    const width = passes.reduce((sum, pass) => sum + pass.width, 0);
    const { D } = passes[0].tape.program.sizes;
    const below = new Float64Array((above.length / width) * D);
    let column = 0;
    gradients[depth] = passes.map((pass, d) => {
      const { reverse } = pass;
      const outside = { rows: above, width, column, reverse, final: seed.final?.[depth]?.[d] };
      const given = runBackward(pass.tape, (adjoint) => plant(outside, pass, adjoint), options);
      const x = reverse ? backwards(given.x, D) : given.x;
      for (let k = 0; k < x.length; k++) below[k] += x[k];
      column += pass.width;
      return given;
    });
    above = below;
  }
  return { layers: gradients, x: above };
}

interface Outside {
  /** dL/d(all passes' outputs side by side), of which one pass has the columns from `column` on. */
  readonly rows: Float64Array;
  readonly width: number;
  readonly column: number;
  readonly reverse: boolean;
  readonly final?: Readonly<Record<string, ArrayLike<number>>> | undefined;
}

function plant({ rows, width, column, reverse, final = {} }: Outside, pass: PassRun, adjoint: Tape): void {
  const { length, program } = adjoint;
  for (let t = 1; t <= length; t++) {
    const row = (reverse ? length - t : t - 1) * width + column;
    adjoint.values(program.cell.output, t).set(rows.subarray(row, row + pass.width));
  }
  for (const [state, values] of Object.entries(final)) {
    const last = adjoint.values(state, length);
    if (values.length !== last.length)
      throw new RangeError(`dL/d(final ${state}) needs ${last.length} numbers, not ${values.length}`);
    for (let k = 0; k < last.length; k++) last[k] += values[k];
  }
}
