import { readProgress } from '../../questions/progress.ts';
import { keptText } from '../keptText.ts';

/** Progress in practice, in this browser only. Where a page may keep nothing, practice works without it. */
export const practiceStorage = keptText('gatescope-practice', readProgress);
