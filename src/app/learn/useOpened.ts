import { useEffect, useState } from 'react';
import { usePainted } from '../../components/Deferred.tsx';
import type { Home } from '../../io/opening.ts';
import type { LessonView } from '../../lesson/lesson.ts';
import { type OpenedView, openedView } from '../../lesson/opened.ts';

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

/** A view that is opened, and the reader's own text that it was opened for. */
interface OpenedFor extends OpenedView {
  readonly text: string | null;
}

/** The moment of a view, opened once the reader stirs, or before if it is `wanted`; null until then, and without a view. */
export function useOpened(view: LessonView | null, text: string | null, home: Home, wanted: boolean): OpenedFor | null {
  const [opened, setOpened] = useState<OpenedFor | null>(null);
  const stirred = useStirred();
  const due = wanted || stirred;
  useEffect(() => {
    if (!due || !view) return undefined;
    let current = true;
    void openedView(view, text, home).then((one) => current && setOpened({ ...one, text }));
    return () => {
      current = false;
    };
  }, [due, view, text, home]);
  return opened;
}
