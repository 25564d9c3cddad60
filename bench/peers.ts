import { env } from 'onnxruntime-web';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

/** Sets up the peers for one thread; `tfjs` and `onnx` are paths or addresses of their WebAssembly. */
export function preparePeers(paths: { readonly tfjs: string; readonly onnx?: string }): void {
  env.wasm.numThreads = 1;
  env.logLevel = 'error';
  if (paths.onnx) env.wasm.wasmPaths = paths.onnx;
  setWasmPaths(paths.tfjs);
}
