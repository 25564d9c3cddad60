import { type FileContent, fileContent } from '../../io/fileContent.ts';
import { readNumbers } from '../../io/numbers.ts';
import type { FileChoices } from '../../io/table/choices.ts';
import type { TableReading } from '../../io/table/question.ts';
import type { OnProgress } from '../../io/table/readTable.ts';
import { Refusal } from '../../text/refusal.ts';
import { startWorker } from '../startWorker.ts';
import type { ReadingReport, ReadingRequest } from './request.ts';

/** The number of bytes or characters from which on reading takes long enough to be felt, so that a worker does it. */
export const LARGE = 500_000;

/** The callbacks of work in a worker, and the signal that ends it. */
interface Beside {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/** Reads a file, a large one beside the page. */
export async function readFile(
  data: Uint8Array,
  features: readonly string[],
  choices: FileChoices,
  beside: Beside,
): Promise<FileContent> {
  if (data.length < LARGE) return fileContent(data, features, choices);
  return inWorker<FileContent>({ kind: 'file', data, features, choices }, beside);
}

/** Reads a table, a large one beside the page. */
export async function readTableText(data: string, choices: FileChoices, beside: Beside): Promise<TableReading> {
  if (data.length < LARGE) return readNumbers(data, choices);
  return inWorker<TableReading>({ kind: 'table', data, features: [], choices }, beside);
}

function inWorker<T>(request: ReadingRequest, { signal, onProgress }: Beside): Promise<T> {
  const worker = startWorker(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onmessage = ({ data }: MessageEvent<ReadingReport<T>>) => {
      if (data.kind === 'progress') onProgress(data.share);
      else resolve(data.read);
    };
    worker.onerror = () => reject(new Refusal('Reading has failed. Try a smaller part of the file.'));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
