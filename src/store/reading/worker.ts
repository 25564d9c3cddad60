import { fileContent } from '../../io/fileContent.ts';
import { readNumbers } from '../../io/numbers.ts';
import type { ReadingRequest } from './request.ts';

/** Reads one file or table. An error reaches the page as the error of the worker. */
self.onmessage = ({ data: { kind, data, features, choices } }: MessageEvent<ReadingRequest>): void => {
  self.postMessage(kind === 'table' ? readNumbers(data, choices) : fileContent(data, features, choices));
};
