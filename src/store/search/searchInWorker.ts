import type { SearchAnswer, SearchRequest } from './search.ts';

/** Searches beside the page. Rejects with a sentence; `signal` ends the search and its worker. */
export function searchInWorker(request: SearchRequest, signal: AbortSignal): Promise<SearchAnswer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<SearchAnswer>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onmessage = ({ data }: MessageEvent<{ readonly answer: SearchAnswer } | { readonly fault: string }>) => {
      if ('answer' in data) resolve(data.answer);
      else reject(new Error(data.fault));
    };
    worker.onerror = ({ message }) => reject(new Error(message || 'The search could not be started'));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
