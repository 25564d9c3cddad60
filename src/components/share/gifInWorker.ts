import { startWorker } from '../../store/startWorker.ts';
import { Refusal } from '../../text/refusal.ts';
import type { GifFrame } from './gif.ts';
import type { GifRequest } from './gifWorker.ts';

type Made = Uint8Array<ArrayBuffer>;

/** Makes a GIF as `gifOf` does, beside the page where the browser allows it, and else on its thread. */
export async function gifInWorker(frames: AsyncIterable<GifFrame>, ramps: readonly string[]): Promise<Made> {
  const worker = started();
  if (!worker) return (await import('./gif.ts')).gifOf(frames, ramps);
  const answerTo = (request: GifRequest, transferred: Transferable[] = []): Promise<Made | null> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Made | null>) => resolve(data);
      worker.onerror = () => reject(new Refusal('The GIF could not be made. Try again.'));
      worker.postMessage(request, transferred);
    });
  try {
    worker.postMessage(ramps);
    for await (const frame of frames) await answerTo(frame, [frame.pixels.buffer]);
    return (await answerTo(null)) as Made;
  } finally {
    worker.terminate();
  }
}

/** The worker, or null where the page may not have one. */
function started(): Worker | null {
  try {
    return startWorker(() => new Worker(new URL('./gifWorker.ts', import.meta.url), { type: 'module' }));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
