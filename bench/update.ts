import { setBackend, type Tensor, tensor, train } from '@tensorflow/tfjs-core';
import { layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { createSingle } from '../src/engine/single/createSingle.ts';
import { loadSingleKernels } from '../src/engine/single/load.ts';
import { plainKernels } from '../src/engine/single/plain.ts';
import { batchOf, writeInputs } from '../src/training/batch.ts';
import { tallyOf } from '../src/training/measure.ts';
import { programsOf } from '../src/training/network.ts';
import { noMoments, step } from '../src/training/optimisers.ts';
import type { Example } from '../src/training/task.ts';
import { arraysOf, initialNetwork } from '../src/training/weights.ts';
import { alternate, type Candidate, local, type Row } from './alternate.ts';

/** H, D, T and the number of sequences of an update. */
export type UpdateSize = readonly [H: number, D: number, T: number, batch: number];

const SIZES: readonly UpdateSize[] = [
  [8, 8, 50, 16],
  [16, 8, 50, 16],
  [32, 16, 50, 32],
  [64, 32, 50, 32],
];

const CLASSES = 8;
const RATE = 0.001;

/** Candidates of other frameworks. */
export type Peer = (size: UpdateSize) => Candidate;

/**
 * One training update of an LSTM with a linear head: forward, cross-entropy over 8 classes at the last timestep,
 * backpropagation through time, Adam. All in float32; gatescope's optimiser in float64.
 */
export async function measureUpdates(report: (row: Row) => void, peers: readonly Peer[] = []): Promise<void> {
  for (const size of SIZES) {
    const [H, D, T, batch] = size;
    const candidates = [
      local('gatescope', gatescope(size, await loadSingleKernels())),
      local('tfjs wasm', await tfjs(size, 'wasm')),
      local('tfjs cpu', await tfjs(size, 'cpu')),
      ...peers.map((peer) => peer(size)),
      local('gatescope without WebAssembly', gatescope(size, plainKernels)),
    ];
    report(await alternate(`H ${H}, D ${D}, T ${T}, batch ${batch}`, candidates, 9));
  }
}

/** One update of the trainer on a fixed batch. */
function gatescope([H, D, T, batch]: UpdateSize, kernels: typeof plainKernels): () => void {
  const architecture = { cell: 'lstm', options: {}, D, H, layers: 1, outputs: CLASSES };
  const network = initialNetwork(architecture, { seed: 1 });
  const shape = { programs: programsOf(architecture), outputs: CLASSES, batch, timesteps: T };
  const single = createSingle(shape, kernels);
  const weights = arraysOf(network);
  const moments = noMoments(weights);
  const data = batchOf(examples([H, D, T, batch]), batch);
  return () => {
    writeInputs(data, D, single.x);
    single.load(network);
    single.forward(T);
    tallyOf({ asks: 'class' }).count(data, single.outputs, single.outputGradients);
    single.backward();
    step('adam', weights, arraysOf(single.gradients()), moments, { rate: RATE, momentum: 0, decay: 0 });
  };
}

function examples([, D, T, batch]: UpdateSize): Example[] {
  return Array.from({ length: batch }, (_, b) => ({
    x: Float64Array.from({ length: T * D }, (_, k) => Math.sin(k + b)),
    tokens: [],
    targets: Array.from({ length: T }, (_, t) => (t === T - 1 ? b % CLASSES : null)),
    tracks: {},
  }));
}

async function tfjs([H, D, T, batch]: UpdateSize, backend: string): Promise<() => Promise<unknown>> {
  await setBackend(backend);
  const input = layers.input({ shape: [T, D] });
  const h = layers.lstm({ units: H, recurrentActivation: 'sigmoid' }).apply(input) as SymbolicTensor;
  const outputs = layers.dense({ units: CLASSES, activation: 'softmax' }).apply(h) as SymbolicTensor;
  const network = model({ inputs: input, outputs });
  network.compile({ optimizer: train.adam(RATE), loss: 'categoricalCrossentropy' });
  const all = examples([H, D, T, batch]);
  const x = tensor(Float32Array.from(all.flatMap((example) => [...example.x])), [batch, T, D]);
  const classes = Float32Array.from({ length: batch * CLASSES }, (_, k) => Number(k % CLASSES === (k >> 3) % CLASSES));
  const y: Tensor = tensor(classes, [batch, CLASSES]);
  return async () => {
    await setBackend(backend);
    await network.trainOnBatch(x, y);
  };
}
