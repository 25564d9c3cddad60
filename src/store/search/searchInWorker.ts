import { Refusal } from '../../text/refusal.ts';
import { startWorker } from '../startWorker.ts';
import type { SearchAnswer, SearchRequest } from './search.ts';
import type { UnitAnswer, UnitRequest } from './unit.ts';

type Answer = SearchAnswer | UnitAnswer;

/** Searches beside the page, or examines one unit. Rejects with a refusal; `signal` ends the search and its worker. */
export function searchInWorker(request: SearchRequest, signal: AbortSignal): Promise<SearchAnswer>;
export function searchInWorker(request: UnitRequest, signal: AbortSignal): Promise<UnitAnswer>;
export async function searchInWorker(request: SearchRequest | UnitRequest, signal: AbortSignal): Promise<Answer> {
  const worker = startWorker(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  return new Promise<Answer>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onmessage = ({ data }: MessageEvent<{ readonly answer: Answer } | { readonly fault: string }>) => {
      if ('answer' in data) resolve(data.answer);
      else reject(new Refusal(data.fault));
    };
    worker.onerror = () => reject(new Refusal('The search has failed. Try again.'));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
