import { useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';

type Readable<S> = Pick<StoreApi<S>, 'getState' | 'getInitialState' | 'subscribe'>;

/**
 * A part of the state of a store; the component renders when it changes. The hook of zustand does the same, but takes the
 * whole of React as one object, which no bundler can make smaller.
 */
export function useStore<S, T>({ getState, getInitialState, subscribe }: Readable<S>, selector: (state: S) => T): T {
  return useSyncExternalStore(
    subscribe,
    () => selector(getState()),
    () => selector(getInitialState()),
  );
}
