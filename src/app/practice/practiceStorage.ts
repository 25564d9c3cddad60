import { type Progress, progressText, readProgress } from '../../questions/progress.ts';

/** Storage for progress, in this browser only. */
export interface PracticeStorage {
  read(): Progress | null;
  write(progress: Progress | null): void;
}

const KEY = 'gatescope-practice';

/** The storage of the browser. Where a page may keep nothing, practice works without it. */
export const browserStorage: PracticeStorage = {
  read() {
    try {
      return readProgress(localStorage.getItem(KEY) ?? '');
    } catch {
      return null;
    }
  },
  write(progress) {
    try {
      if (progress) localStorage.setItem(KEY, progressText(progress));
      else localStorage.removeItem(KEY);
    } catch {
      // the questions of this visit go on all the same
    }
  },
};
