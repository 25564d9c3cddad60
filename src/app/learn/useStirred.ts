import { useEffect, useState } from 'react';
import { usePainted } from '../../components/Deferred.tsx';

/** The longest wait in milliseconds for a reader who does nothing. */
const AT_MOST = 1000;
const STIRRING = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'wheel'] as const;

/**
 * True from the first stir of the reader after the first picture, or once the page has nothing else to do after it. What only
 * paper shows is fetched then, because printing waits for nothing, and drawn once the page is printed.
 */
export function useStirred(): boolean {
  const painted = usePainted();
  const [stirred, setStirred] = useState(false);
  useEffect(() => {
    if (!painted) return undefined;
    const over = new AbortController();
    const stir = (): void => {
      over.abort();
      setStirred(true);
    };
    for (const kind of STIRRING) window.addEventListener(kind, stir, { passive: true, signal: over.signal });
    const timer = setTimeout(stir, AT_MOST);
    // WebKit has no such call
    const idle = window.requestIdleCallback?.(stir);
    over.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      if (idle !== undefined) window.cancelIdleCallback(idle);
    });
    return () => over.abort();
  }, [painted]);
  return stirred;
}
