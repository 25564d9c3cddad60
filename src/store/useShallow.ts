import { useRef } from 'react';
import { shallow } from 'zustand/vanilla/shallow';

/** A selector that gives the same object as long as its entries are the same. */
export function useShallow<S, T>(selector: (state: S) => T): (state: S) => T {
  const last = useRef<T | undefined>(undefined);
  return (state) => {
    const next = selector(state);
    last.current = last.current !== undefined && shallow(last.current, next) ? last.current : next;
    return last.current;
  };
}
