import { Refusal } from '../../text/refusal.ts';
import { startWorker } from '../startWorker.ts';
import type { SearchAnswer, SearchRequest } from './search.ts';

/** Searches beside the page. Rejects with a refusal; `signal` ends the search and its worker. */
export async function searchInWorker(request: SearchRequest, signal: AbortSignal): Promise<SearchAnswer> {
  const worker = startWorker(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  return new Promise<SearchAnswer>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onmessage = ({ data }: MessageEvent<{ readonly answer: SearchAnswer } | { readonly fault: string }>) => {
      if ('answer' in data) resolve(data.answer);
      else reject(new Refusal(data.fault));
    };
    worker.onerror = () => reject(new Refusal('The search has broken off.'));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
