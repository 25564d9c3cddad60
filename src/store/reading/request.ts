import type { FileChoices } from '../../io/table/choices.ts';

/** What the worker says: how much is read, from 0 to 1, and at last what was read. */
export type ReadingReport<T> =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'read'; readonly read: T };

/** What the worker is to read: any file, or what can only be a table. */
export interface ReadingRequest {
  readonly kind: 'file' | 'table';
  readonly data: Uint8Array | string;
  /** The names of the inputs that are read now. */
  readonly features: readonly string[];
  readonly choices: FileChoices;
}
