import type { PointReport, PointRequest } from '../../laboratory/pointMessages.ts';
import { startWorker } from '../../store/startWorker.ts';
import { sentenceOf } from '../../text/refusal.ts';

/** Trains a point in a worker and hands every report on; nothing comes after “done” or “fault”. Returns how to end it. */
export function trainPoint(request: PointRequest, onReport: (report: PointReport) => void): () => void {
  const fail = (sentence: string): void => onReport({ kind: 'fault', sentence });
  try {
    const worker = startWorker(
      () => new Worker(new URL('../../laboratory/pointWorker.ts', import.meta.url), { type: 'module' }),
    );
    worker.onmessage = ({ data }: MessageEvent<PointReport>) => {
      if (data.kind === 'done' || data.kind === 'fault') worker.terminate();
      onReport(data);
    };
    worker.onerror = () => {
      worker.terminate();
      fail('Training stopped unexpectedly.');
    };
    worker.postMessage(request);
    return () => worker.terminate();
  } catch (error) {
    fail(sentenceOf(error));
    return () => {};
  }
}
