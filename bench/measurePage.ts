import { measure } from './measurements.ts';
import { preparePeers } from './peers.ts';

declare global {
  interface Window {
    /** Runs the measurements and hands each line to Node. */
    measure: () => Promise<void>;
    report: (line: string) => void;
  }
}

preparePeers({ tfjs: '/tfjs/', onnx: '/onnx/' });
window.measure = () => measure('Chromium', (line) => window.report(line));
