import type { PointReport, PointRequest } from '../../laboratory/pointMessages.ts';

/** Trains a point beside the page and hands every report on; nothing comes after “done” or “fault”. Returns how to end it. */
export function trainPoint(request: PointRequest, onReport: (report: PointReport) => void): () => void {
  const worker = new Worker(new URL('../../laboratory/pointWorker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<PointReport>) => {
    if (data.kind === 'done' || data.kind === 'fault') worker.terminate();
    onReport(data);
  };
  worker.onerror = () => {
    worker.terminate();
    onReport({ kind: 'fault', sentence: 'The training has broken off.' });
  };
  worker.postMessage(request);
  return () => worker.terminate();
}
