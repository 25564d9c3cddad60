import { useEffect, useState } from 'react';
import type { Home } from '../../io/opening.ts';
import type { LessonView } from '../../lesson/lesson.ts';
import { type OpenedView, openedView } from '../../lesson/opened.ts';
import { useStirred } from './useStirred.ts';

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
