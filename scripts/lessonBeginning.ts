import type { Beginning } from '../src/lesson/beginning.ts';
import type { Lesson } from '../src/lesson/lesson.ts';
import { openedView } from '../src/lesson/opened.ts';
import { home } from '../src/presets/index.ts';

/** The beginning of a lesson whose first chapter begins with a view. */
export async function beginningOf({ title, chapters: [first, ...others] }: Lesson): Promise<Beginning> {
  const view = first?.parts[0]?.view;
  if (!view) throw new Error(`“${title}” does not begin with a view`);
  const { moment } = await openedView(view, null, home);
  return { lesson: { title, chapters: [first, ...others.map((one) => ({ ...one, parts: [] }))] }, moment };
}
