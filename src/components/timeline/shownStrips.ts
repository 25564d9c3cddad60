import type { EncodedSequence } from '../../io/sequence.ts';
import type { RunAnswers } from './answers.ts';
import type { Block } from './blocks.ts';
import type { Labels } from './LabelRow.tsx';
import type { StripSource } from './stripViewOf.ts';

/** The sequence that labels the strips: its tokens, the names of its timesteps, and those of the rows of the input. */
export type StripSequence = Pick<EncodedSequence, 'tokens' | 'labels' | 'features'>;

/** The strips on the page: which, in which order of units, under which tokens. */
export interface ShownStrips extends StripSource {
  readonly blocks: readonly Block[];
  readonly encoded: StripSequence;
  readonly answers: Pick<RunAnswers, 'names' | 'y' | 'probabilities'> | null;
  readonly marks: Labels['marks'];
  /** True if only the states are shown, without the outputs. */
  readonly folded: boolean;
  /** The last timestep whose answer is computed. */
  readonly computed: number;
  /** The run, where several are compared: its letter, the name of its cell, and that it has ended; empty while it has not. */
  readonly run?: { readonly letter: string; readonly name: string; readonly end: string };
}

/** The event by which the strips are asked for: those who ask and those who show need not be loaded together. */
const ASKED = 'gatescope-strips';

type Answer = (strips: ShownStrips) => void;

/** The strips that the page shows, of each run where several are compared, the first one first. */
export function shownStrips(): readonly ShownStrips[] {
  const found: ShownStrips[] = [];
  const detail: Answer = (strips) => found.push(strips);
  document.dispatchEvent(new CustomEvent<Answer>(ASKED, { detail }));
  const letterOf = ({ run }: ShownStrips): string => run?.letter ?? '';
  return found.sort((a, b) => (letterOf(a) < letterOf(b) ? -1 : 1));
}

/** Hands the strips to all who ask, until the function returned is called. */
export function offerStrips(strips: () => ShownStrips): () => void {
  const answer = (event: Event): void => (event as CustomEvent<Answer>).detail(strips());
  document.addEventListener(ASKED, answer);
  return () => document.removeEventListener(ASKED, answer);
}
