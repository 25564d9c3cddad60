import type { Home } from '../../io/opening.ts';
import type { LessonView } from '../../lesson/lesson.ts';
import type { OpenedView } from '../../lesson/opened.ts';
import { fetchLater } from './fetchLater.ts';

/** Opens a view by `openedView`, which comes after the first picture; null where that cannot be fetched. */
export async function openView(view: LessonView, ownText: string | null, home: Home): Promise<OpenedView | null> {
  const later = await fetchLater().catch(() => null);
  return later ? later.openedView(view, ownText, home) : null;
}
