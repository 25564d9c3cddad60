import type { Inputs, State } from './state.ts';

/** The maximum number of changes that can be undone. */
export const MAX_HISTORY = 200;

/** The inputs with those before and after them. */
export type History = Pick<State, 'inputs' | 'past' | 'future'>;

/** The next inputs; `merged`: the change before was part of the same gesture, so both are undone as one. */
export function recorded({ inputs, past }: History, next: Inputs, merged: boolean): History {
  return { inputs: next, past: merged ? past : [...past, inputs].slice(-MAX_HISTORY), future: [] };
}

/** One change taken back; null where there is none. */
export function undone({ inputs, past, future }: History): History | null {
  const previous = past.at(-1);
  return previous ? { inputs: previous, past: past.slice(0, -1), future: [inputs, ...future] } : null;
}

/** One change made again; null where there is none. */
export function redone({ inputs, past, future }: History): History | null {
  const [next, ...rest] = future;
  return next ? { inputs: next, past: [...past, inputs], future: rest } : null;
}
