import type { Cursor, Inputs, Moment } from '../io/moment.ts';

export type {
  Cursor,
  Granularity,
  Inputs,
  Lock,
  Moment,
  Part,
  Pin,
  Selection,
  Theme,
  Variation,
  View,
  Zoom,
} from '../io/moment.ts';
export { lockable, parts } from '../io/moment.ts';

/** The whole state of an instance. */
export interface State extends Moment {
  /** The signal under the pointer or with focus; highlighted everywhere. */
  readonly hover: string | null;
  readonly playing: boolean;
  /** The moment past which nothing is shown until the reader has answered a question about it; null where nothing is asked. */
  readonly until: Cursor | null;
  /** The cursor at which the reader has guessed the next stage; null before the first guess. */
  readonly guessed: Cursor | null;
  /** True from an attempt to step past an open guess until the reader is led to it. */
  readonly reminding: boolean;
  /** The moment that was opened last, to which the reader may go back. */
  readonly opened: Moment;
  /** True while the weights change by themselves, many times a second. */
  readonly learning: boolean;
  /**
   * True while changes of the inputs wait because their code could not be fetched; a sentence where one that had to wait
   * cannot be made.
   */
  readonly unfetched: boolean | string;
  readonly past: readonly Inputs[];
  readonly future: readonly Inputs[];
  /**
   * The cell shown before the last switch: what it had and this one lacks stays as a ghost. Null when none. In a run that is
   * compared, the cell of the other run.
   */
  readonly before: { readonly cell: string; readonly options: Inputs['options']; readonly beside?: true } | null;
}
