import { useEffect, useState } from 'react';
import type { LessonFault } from '../../../lesson/lesson.ts';
import { viewFaults } from '../../../lesson/opened.ts';
import { parseLesson } from '../../../lesson/parse.ts';
import { home } from '../../../presets/index.ts';

/** Milliseconds without typing after which a text is checked. */
const REST = 300;

export interface Checked {
  readonly faults: readonly LessonFault[];
  /** The last text without faults; the first one if there has been none. */
  readonly shown: string;
  /** True if the shown text has no faults. */
  readonly good: boolean;
}

/** The faults of a lesson and the text to show of it, a moment after the last change. Null before the first check. */
export function useChecked(markdown: string): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null);
  const first = checked === null;
  useEffect(() => {
    let current = true;
    const check = async (): Promise<void> => {
      const { lesson, faults } = parseLesson(markdown);
      const all = [...faults, ...(await viewFaults(lesson, home))].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
      if (!current) return;
      const good = all.length === 0;
      setChecked((before) => (good || !before ? { faults: all, shown: markdown, good } : { ...before, faults: all }));
    };
    const timer = setTimeout(() => void check(), first ? 0 : REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [markdown, first]);
  return checked;
}
