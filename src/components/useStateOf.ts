import { useCallback, useState } from 'react';

/**
 * State that belongs to `owner`: with another owner it starts anew. What names a signal, unit or timestep belongs to the
 * run that has it, so that it is never looked up in one that has not.
 */
export function useStateOf<T>(owner: unknown, initial: T): readonly [T, (value: T) => void] {
  const [held, setHeld] = useState({ owner, value: initial });
  const set = useCallback((value: T) => setHeld({ owner, value }), [owner]);
  return [Object.is(held.owner, owner) ? held.value : initial, set];
}
