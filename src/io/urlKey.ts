import type { Moment } from './moment.ts';
import type { Reader } from './urlReaders.ts';

/** One key of a link. */
export interface Key<T> {
  readonly read: Reader<T>;
  readonly write: (value: T) => string;
  /** Returns the value of the key for a moment; undefined if the moment has none. */
  readonly of: (moment: Moment) => T | undefined;
  readonly initial: T;
  /** True if the key belongs to the inputs, and so to a preset. */
  readonly input: boolean;
  /** `long`: packed where its text is long; `always`: packed wherever it is given by the page. */
  readonly packed?: 'long' | 'always';
}

/** A key as the table declares it, its type inferred. */
export const key = <T>(given: Key<T>): Key<T> => given;
