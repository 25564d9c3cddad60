import { useEffect, useState } from 'react';
import { usePainted } from '../../components/Deferred.tsx';
import type { Home } from '../../io/opening.ts';
import type { LessonView } from '../../lesson/lesson.ts';
import { type OpenedView, openedView } from '../../lesson/opened.ts';

/** Longest wait for a pause in milliseconds, and the wait in browsers that do not tell of pauses. */
const AT_MOST = 2000;
const WITHOUT_IDLE = 500;

/**
 * True from the first pause after the first picture. What only paper shows is fetched then, because printing waits for
 * nothing, and drawn once the page is printed.
 */
export function useIdle(): boolean {
  const painted = usePainted();
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!painted) return undefined;
    const begin = (): void => setIdle(true);
    // Safari has no such callbacks
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(begin, WITHOUT_IDLE);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(begin, { timeout: AT_MOST });
    return () => cancelIdleCallback(handle);
  }, [painted]);
  return idle;
}

/** A view that is opened, and the reader's own text that it was opened for. */
interface OpenedFor extends OpenedView {
  readonly text: string | null;
}

/** The moment of a view, opened in a pause of the page, or before if it is `wanted`; null until then. */
export function useOpened(view: LessonView, text: string | null, home: Home, wanted: boolean): OpenedFor | null {
  const [opened, setOpened] = useState<OpenedFor | null>(null);
  const idle = useIdle();
  const due = wanted || idle;
  useEffect(() => {
    if (!due) return undefined;
    let current = true;
    void openedView(view, text, home).then((one) => current && setOpened({ ...one, text }));
    return () => {
      current = false;
    };
  }, [due, view, text, home]);
  return opened;
}
