import { fileContent } from '../../io/fileContent.ts';
import { readNumbers } from '../../io/numbers.ts';
import type { ReadingReport, ReadingRequest } from './request.ts';

/** Reads one file or table. An error reaches the page as the error of the worker. */
self.onmessage = ({ data: { kind, data, features, choices } }: MessageEvent<ReadingRequest>): void => {
  const post = (report: ReadingReport<unknown>): void => self.postMessage(report);
  const onProgress = (share: number): void => post({ kind: 'progress', share });
  const read =
    kind === 'table' ? readNumbers(data, choices, onProgress) : fileContent(data, features, choices, onProgress);
  post({ kind: 'read', read });
};
