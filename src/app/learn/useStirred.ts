import { useEffect, useState } from 'react';
import { usePainted } from '../../components/Deferred.tsx';

/** The wait in milliseconds for a reader who does nothing. */
const AT_MOST = 3000;
const STIRRING = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'wheel'] as const;

/**
 * True from the first stir of the reader after the first picture, or three seconds after it. What only paper shows is
 * fetched then, because printing waits for nothing, and drawn once the page is printed.
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
    over.signal.addEventListener('abort', () => clearTimeout(timer));
    return () => over.abort();
  }, [painted]);
  return stirred;
}
