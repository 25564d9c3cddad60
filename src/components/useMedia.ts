import { useCallback, useSyncExternalStore } from 'react';

/** True if a media query matches; follows it. On a server, which has no screen, none does. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}

/** True while the page is laid out for paper. */
export const usePrinted = (): boolean => useMedia('print');

/** True if a theme is shown on a dark ground; paper is never one. */
export function useDarkGround(theme: 'auto' | 'light' | 'dark' | 'projector'): boolean {
  const system = useMedia('(prefers-color-scheme: dark)');
  if (usePrinted()) return false;
  return theme === 'dark' || (theme === 'auto' && system);
}
