import type { Refused } from '../reading.ts';
import type { Sequence } from '../sequence.ts';
import type { FileChoices } from './choices.ts';
import type { TableOutline } from './outline.ts';

/** Something about a table or a file that only its reader knows. */
export interface TableQuestion {
  readonly ok: 'question';
  readonly question: string;
  readonly choices: readonly {
    readonly label: string;
    /** The same answer as an option of a command line. */
    readonly written: string;
    readonly given: FileChoices;
  }[];
}

/** A table that was read, a question about it, or why it cannot be read; with its outline as soon as there is one. */
export type TableReading = (
  | { readonly ok: true; readonly sequence: Sequence & { readonly kind: 'numbers' }; readonly notes: readonly string[] }
  | TableQuestion
  | Refused
) & { readonly outline?: TableOutline };
