import { measureForward, type Row } from './forward.ts';
import { preparePeers } from './peers.ts';

declare global {
  interface Window {
    /** Runs the measurement and hands each row to Node. */
    measure: () => Promise<void>;
    report: (row: Row) => void;
  }
}

preparePeers({ tfjs: '/tfjs/', onnx: '/onnx/' });
window.measure = () => measureForward((row) => window.report(row));
