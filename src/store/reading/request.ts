import type { FileChoices } from '../../io/table/choices.ts';

/** The messages of the worker: the share that is read, from 0 to 1, and finally the result. */
export type ReadingReport<T> =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'read'; readonly read: T };

/** The request to the worker: any file, or a text that can only be a table. */
export interface ReadingRequest {
  readonly kind: 'file' | 'table';
  readonly data: Uint8Array | string;
  /** The names of the inputs that are read now. */
  readonly features: readonly string[];
  readonly choices: FileChoices;
}
