import { layers, model, type SymbolicTensor, setBackend, type Tensor, tensor, tidy } from '@tensorflow/tfjs';
import { InferenceSession, Tensor as OnnxTensor } from 'onnxruntime-web';
import { createCell } from '../src/core.ts';
import { onnxLstm } from './onnxLstm.ts';

/** One way to run an LSTM over the whole sequence. */
export interface Candidate {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Row {
  readonly H: number;
  readonly D: number;
  /** Microseconds per timestep by candidate. */
  readonly micros: Readonly<Record<string, number>>;
}

const SIZES = [
  [4, 4],
  [16, 8],
  [64, 32],
  [128, 64],
  [256, 128],
] as const;
const T = 200;

/** Every size in turn; within one the candidates alternate round by round, and the median of their rounds counts. */
export async function measureForward(report: (row: Row) => void): Promise<void> {
  for (const [H, D] of SIZES) {
    const candidates = await candidatesOf(H, D);
    const rounds = Object.fromEntries(candidates.map(({ name }) => [name, [] as number[]]));
    const plan: (Candidate & { repeats: number })[] = [];
    for (const candidate of candidates) plan.push({ ...candidate, repeats: await repeatsOf(candidate) });
    for (let round = 0; round < 15; round++)
      for (const { name, run, repeats } of plan) {
        const start = performance.now();
        for (let k = 0; k < repeats; k++) await run();
        const micros = ((performance.now() - start) * 1000) / repeats / T;
        rounds[name].push(micros);
      }
    report({ H, D, micros: Object.fromEntries(Object.entries(rounds).map(([name, all]) => [name, median(all)])) });
  }
}

/** As many runs as fill about 30 ms, after a warm-up. */
async function repeatsOf({ run }: Candidate): Promise<number> {
  for (let k = 0; k < 3; k++) await run();
  const start = performance.now();
  let repeats = 0;
  while (performance.now() - start < 30) {
    await run();
    repeats++;
  }
  return repeats;
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[all.length >> 1];
}

async function candidatesOf(H: number, D: number): Promise<Candidate[]> {
  const cell = createCell('lstm', { D, H, seed: 1 });
  const x = Float64Array.from({ length: T * D }, (_, k) => Math.sin(k));
  const tape = cell.run(x);
  return [
    { name: 'gatescope', run: () => cell.run(x, {}, tape) },
    { name: 'onnxruntime-web', run: await onnx(H, D, Float32Array.from(x)) },
    { name: 'tfjs wasm', run: await tfjs('wasm', H, D, Float32Array.from(x)) },
    { name: 'tfjs cpu', run: await tfjs('cpu', H, D, Float32Array.from(x)) },
  ];
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
  const output = layers.lstm({ units: H, returnSequences: true }).apply(input) as SymbolicTensor;
  const network = model({ inputs: input, outputs: output });
  const data = tensor(x, [1, T, D]);
  return async () => {
    await setBackend(backend);
    tidy(() => (network.predict(data) as Tensor).dataSync());
  };
}
