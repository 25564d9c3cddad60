import { useCallback, useLayoutEffect, useRef } from 'react';

/** Returns a function of one identity for the life of a component, which calls the latest `callback`. */
export function useLatest<A extends readonly unknown[]>(callback: (...args: A) => void): (...args: A) => void {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
