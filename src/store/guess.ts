import { extentOf } from './cursor.ts';
import type { Derived, StageSpan } from './derive.ts';
import type { Cursor, State } from './state.ts';

/** A stage that the reader guesses a value of before it is computed. */
export interface Guess {
  readonly t: number;
  /** The id of the stage. */
  readonly stage: string;
  readonly label: string;
  /** The position at which the stage is computed. */
  readonly end: number;
  /** The signal whose value is guessed: the last of the stage that has a letter. */
  readonly signal: string;
}

type Asking = Pick<State, 'view' | 'inputs' | 'cursor' | 'guessed'>;

/** True if the reader guesses before every stage; never among gradients or in comparisons. */
export const guesses = ({ view, inputs }: Pick<State, 'view' | 'inputs'>): boolean =>
  view.guess && view.shows === 'values' && inputs.beside === undefined;

/** The cursor before the stage that it has reached, so that this stage is the next one to be guessed. */
export function beforeStage({ t, position }: Cursor, stages: readonly StageSpan[]): Cursor {
  return { t, position: stages.findLast(({ start }) => start < position)?.start ?? 0 };
}

/** The guess that the next step waits for; null if it is free. */
export function openGuess(state: Asking, derived: Derived): Guess | null {
  const { cursor, guessed } = state;
  if (!guesses(state) || (guessed?.t === cursor.t && guessed.position === cursor.position)) return null;
  const { T, N, stages } = extentOf(derived);
  const next = cursor.position >= N ? { t: cursor.t + 1, position: 0 } : cursor;
  const span = stages.find(({ start }) => start === next.position);
  if (!span || next.t < 1 || next.t > T) return null;
  const asked = derived.cell.signals.findLast(({ info }) => info.stage === span.id && info.symbol !== undefined);
  return asked ? { t: next.t, stage: span.id, label: span.label, end: span.end, signal: asked.id } : null;
}
