import type { EncodedSequence } from '../../io/sequence.ts';
import type { RunAnswers } from './answers.ts';
import type { Block } from './blocks.ts';
import type { Labels } from './LabelRow.tsx';
import type { StripSource } from './stripViewOf.ts';

/** What is read over the strips: tokens, names of the timesteps, and the names of the rows of the input. */
export type StripSequence = Pick<EncodedSequence, 'tokens' | 'labels' | 'features'>;

/** The strips on the page: which, in which order of units, under which tokens. */
export interface ShownStrips extends StripSource {
  readonly blocks: readonly Block[];
  readonly encoded: StripSequence;
  readonly answers: RunAnswers | null;
  readonly marks: Labels['marks'];
  /** True if only the states are shown, without the outputs. */
  readonly folded: boolean;
  /** The last timestep whose answer is computed. */
  readonly computed: number;
}

/** The event by which the strips are asked for: those who ask and those who show need not be loaded together. */
const ASKED = 'gatescope-strips';

type Answer = (strips: ShownStrips) => void;

/** The strips that the page shows, or null where it shows none. */
export function shownStrips(): ShownStrips | null {
  const found: ShownStrips[] = [];
  const detail: Answer = (strips) => found.push(strips);
  document.dispatchEvent(new CustomEvent<Answer>(ASKED, { detail }));
  return found[0] ?? null;
}

/** Hands the strips to all who ask, until the function returned is called. */
export function offerStrips(strips: () => ShownStrips): () => void {
  const answer = (event: Event): void => (event as CustomEvent<Answer>).detail(strips());
  document.addEventListener(ASKED, answer);
  return () => document.removeEventListener(ASKED, answer);
}
