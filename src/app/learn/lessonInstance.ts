import type { LessonPlace } from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { openedView } from '../../lesson/opened.ts';
import { home } from '../../presets/index.ts';
import type { Gatescope } from '../../store/gatescope.ts';
import { createOnDemand } from '../../store/onDemand.ts';
import { viewInstance } from './viewInstance.ts';

/** An instance that shows the first view of the chapter that a place names, or of the first chapter. */
export async function lessonInstance({ chapters }: Lesson, { chapter, text }: LessonPlace): Promise<Gatescope> {
  const first = chapters.find(({ id }) => id === chapter) ?? chapters[0];
  const view = first?.parts.find((part) => part.view)?.view;
  return view ? viewInstance(view, (await openedView(view, text, home)).moment) : createOnDemand({});
}
