import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { initialParameters } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { createSingle } from '../../src/engine/single/createSingle.ts';
import { loadSingleKernels } from '../../src/engine/single/load.ts';

/** Kind of kernels that ran, and the resulting gradient. */
export interface Computed {
  readonly kind: string;
  readonly gradient: readonly number[];
}

/** Loads the kernels in this environment and differentiates a small network with them. */
async function computed(): Promise<Computed> {
  const kernels = await loadSingleKernels();
  const program = compile(cellOf(lstm), sizesOf(2, 3));
  const single = createSingle({ programs: [program], outputs: 1, batch: 4, timesteps: 3 }, kernels);
  const parameters = initialParameters(program.cell, program.sizes, { seed: 1 });
  single.load({ layers: [parameters], head: { W: [1, -1, 0.5], b: [0] } });
  for (let t = 1; t <= 3; t++) single.x(t).set(Float32Array.from({ length: 8 }, (_, k) => (t - k) / 8));
  single.forward(3);
  single.outputGradients(3).fill(1);
  single.backward();
  return { kind: single.kind, gradient: [...single.gradients().layers[0].U_f] };
}

void computed().then((result) => {
  document.title = JSON.stringify(result);
});
