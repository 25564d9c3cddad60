import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** Screens with the width of a phone, as in the style sheets. */
export const NARROW = '(max-width: 40rem)';

/** True if a media query matches; follows it. On a server, which has no screen, none does. */
export function useMedia(query: string): boolean {
  const list = useMemo(() => globalThis.matchMedia?.(query), [query]);
  const subscribe = useCallback(
    (listener: () => void) => {
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [list],
  );
  return useSyncExternalStore(
    subscribe,
    () => list.matches,
    () => false,
  );
}

const noChange = () => () => {};

/** True on a server, and while its HTML is taken over, which has to begin with the same. */
export const useFromServer = (): boolean =>
  useSyncExternalStore(
    noChange,
    () => false,
    () => true,
  );

/**
 * True while the page is laid out for paper. Chromium counts the pages before it tells that the medium has changed, so that
 * the page changes when printing is announced.
 */
export function usePrinted(): boolean {
  const medium = useMedia('print');
  const [announced, setAnnounced] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setAnnounced(true));
    const end = (): void => setAnnounced(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return medium || announced;
}

/** True if a theme is shown on a dark ground; paper is never one. */
export function useDarkGround(theme: 'auto' | 'light' | 'dark' | 'projector'): boolean {
  const system = useMedia('(prefers-color-scheme: dark)');
  if (usePrinted()) return false;
  return theme === 'dark' || (theme === 'auto' && system);
}
