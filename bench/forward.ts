import { setBackend, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { InferenceSession, Tensor as OnnxTensor } from 'onnxruntime-web';
import { createCell } from '../src/core.ts';
import { runSingle } from '../src/engine/forward.ts';
import { createSingle } from '../src/engine/single/createSingle.ts';
import { singleRun } from '../src/engine/single/forward.ts';
import { loadSingleKernels } from '../src/engine/single/load.ts';
import type { Tape } from '../src/engine/tape.ts';
import { alternate, type Candidate, local, type Row } from './alternate.ts';
import { onnxLstm } from './onnxLstm.ts';

const SIZES = [
  [4, 4],
  [16, 8],
  [32, 16],
  [64, 32],
  [128, 64],
  [256, 128],
  [512, 256],
] as const;

/** Cheap initialiser: TensorFlow.js's orthogonal default takes minutes at H = 512 and does not affect the time of a run. */
const FAST = 'glorotUniform';

/** The number of timesteps. */
export const T = 200;

/** Runs an LSTM over a sequence. Gatescope keeps every signal, the peers only h. */
export async function measureForward(report: (row: Row) => void): Promise<void> {
  for (const [H, D] of SIZES) report(await alternate(`H ${H}, D ${D}`, await candidatesOf(H, D)));
}

async function candidatesOf(H: number, D: number): Promise<Candidate[]> {
  const cell = createCell('lstm', { D, H, seed: 1 });
  const x = Float64Array.from({ length: T * D }, (_, k) => Math.sin(k));
  const single = Float32Array.from(x);
  const tape = cell.run(x);
  return [
    local('gatescope', await singlePrecision(cell, single)),
    local('with a tape', await taped(cell, x)),
    local('onnxruntime-web', await onnx(H, D, single)),
    local('tfjs wasm', await tfjs('wasm', H, D, single)),
    local('tfjs cpu', await tfjs('cpu', H, D, single)),
    local('gatescope float64', () => cell.run(x, {}, { over: tape })),
  ];
}

async function singlePrecision(cell: ReturnType<typeof createCell>, x: Float32Array): Promise<() => void> {
  const { D } = cell.sizes;
  const shape = { programs: [cell], outputs: 0, batch: 1, timesteps: T, forwardOnly: true };
  const network = createSingle(shape, await loadSingleKernels());
  network.load({ layers: [cell.parameters], head: { W: [], b: [] } });
  const rows = Array.from({ length: T }, (_, t) => [network.x(t + 1), x.subarray(t * D, (t + 1) * D)] as const);
  return () => {
    for (const [to, from] of rows) to.set(from);
    network.forward(T);
  };
}

/** The page's way when weights stay the same: every number is checked, and the tape is a view of memory that is released afterwards. */
async function taped(cell: ReturnType<typeof createCell>, x: Float64Array): Promise<() => void> {
  const single = singleRun(cell, await loadSingleKernels());
  let tape: Tape | undefined;
  return () => {
    tape = runSingle(single, cell, cell.parameters, x, {}, tape);
  };
}

async function onnx(H: number, D: number, x: Float32Array): Promise<() => unknown> {
  const filled = (n: number): Float32Array => Float32Array.from({ length: n }, (_, k) => Math.cos(k) / Math.sqrt(H));
  const file = onnxLstm(T, D, H, { W: filled(4 * H * D), R: filled(4 * H * H), B: filled(8 * H) });
  const session = await InferenceSession.create(file, { executionProviders: ['wasm'] });
  const feeds = { X: new OnnxTensor('float32', x, [T, 1, D]) };
  return () => session.run(feeds);
}

async function tfjs(backend: string, H: number, D: number, x: Float32Array): Promise<() => unknown> {
  await setBackend(backend);
  const input = layers.input({ shape: [T, D] });
  const output = layers
    .lstm({ units: H, returnSequences: true, recurrentInitializer: FAST })
    .apply(input) as SymbolicTensor;
  const network = model({ inputs: input, outputs: output });
  const data = tensor(x, [1, T, D]);
  return async () => {
    await setBackend(backend);
    tidy(() => (network.predict(data) as Tensor).dataSync());
  };
}
