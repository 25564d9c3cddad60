import type { Sequence } from './sequence.ts';
import type { TableOutline } from './table/outline.ts';
import type { TableQuestion } from './table/question.ts';

/** The position of a fault in a table; row and column count from 1 as in the file. */
export interface Where {
  readonly row: number;
  readonly column: number;
}

/** Input that was not understood, and where. */
export interface Refused {
  readonly ok: false;
  /** One sentence on what is wrong and one on what to do. */
  readonly message: string;
  readonly where?: Where;
}

/** Input that was understood. */
export interface Understood {
  readonly ok: true;
  readonly sequence: Sequence;
  /** Decisions made while reading, which are shown to the reader. */
  readonly notes: readonly string[];
}

/** The result of reading something typed, pasted or dropped: a sequence, a refusal, or a question with its answers. */
export type Reading = (Understood | Refused | TableQuestion) & {
  /** The columns and rows of a table to choose from. */
  readonly outline?: TableOutline;
};

/** A refusal in one sentence. */
export function refused(message: string, where?: Where): Refused {
  return { ok: false, message, ...(where && { where }) };
}

/** A piece of the reader's own text, short enough to be quoted in a sentence. */
export function quoted(text: string): string {
  const characters = [...text];
  return `“${characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : text}”`;
}
