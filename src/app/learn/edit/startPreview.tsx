import { useEffect, useRef } from 'react';
import type { Root } from 'react-dom/client';
import { Boundary } from '../../../components/Boundary.tsx';
import { PaintFirst } from '../../../components/Deferred.tsx';
import { messageTarget } from '../../../grades/messageTarget.ts';
import type { LessonPlace } from '../../../lesson/address.ts';
import type { Lesson } from '../../../lesson/lesson.ts';
import { parseLesson } from '../../../lesson/parse.ts';
import { withViewsOf } from '../../../lesson/sameViews.ts';
import { home } from '../../../presets/index.ts';
import { GatescopeProvider } from '../../../store/context.tsx';
import { Learn } from '../Learn.tsx';
import { lessonInstance } from '../lessonInstance.ts';
import { openLinksInTabs } from '../openLinksInTabs.ts';
import { lessonIn, type PreviewMessage } from './messages.ts';
import { PresentView } from './PresentView.tsx';

/** Shows the lesson that the editor around this frame sends, as a reader sees it, and tells the editor what its figure shows. */
export function startPreview(root: Root, place: LessonPlace): void {
  openLinksInTabs();
  for (const kind of ['dragover', 'drop']) window.addEventListener(kind, (event) => event.preventDefault());
  const tell = (message: PreviewMessage): void => window.parent.postMessage(message, messageTarget(window.origin));
  let shown: Lesson | null = null;
  let instance: ReturnType<typeof lessonInstance> | null = null;
  window.addEventListener('message', async ({ source, origin, data }) => {
    const message = source === window.parent && origin === window.origin ? lessonIn(data) : null;
    if (!message) return;
    const { lesson } = parseLesson(message.markdown);
    shown = shown ? withViewsOf(shown, lesson) : lesson;
    const first = { ...place, chapter: lesson.chapters[message.chapter]?.id ?? '' };
    instance ??= lessonInstance(shown, first);
    const gatescope = await instance;
    root.render(
      <Boundary name="The preview" inputs={[shown]}>
        <GatescopeProvider gatescope={gatescope}>
          <PresentView onView={(view) => tell({ type: 'gates:preview', view })} />
          <PaintFirst>
            <Learn lesson={shown} faults={[]} place={place} home={home} markdown={null} />
          </PaintFirst>
          <AtChapter lesson={shown} chapter={message.chapter} />
        </GatescopeProvider>
      </Boundary>,
    );
  });
  tell({ type: 'gates:preview', view: null });
}

interface AtChapterProps {
  readonly lesson: Lesson;
  /** Counted from 0. */
  readonly chapter: number;
}

/**
 * Scrolls to a chapter when it becomes another one or the lesson gets more or fewer. It is kept at the top while questions load
 * and shift it, until the reader of the preview moves or the text changes. Focus stays in the text of the editor.
 */
function AtChapter({ lesson, chapter }: AtChapterProps) {
  const aiming = useRef(new AbortController());
  // a change of the text ends the aim of an earlier one
  useEffect(() => aiming.current.abort(), [lesson]);
  const of = lesson.chapters.length;
  // a new chapter comes after the caret is in it
  useEffect(() => {
    const aim = (): void =>
      document.querySelectorAll('[data-heading]')[Math.max(0, chapter)]?.scrollIntoView({ behavior: 'instant' });
    const over = new AbortController();
    const { signal } = over;
    aiming.current = over;
    const sizes = new ResizeObserver(aim);
    const article = document.querySelector('article');
    if (article) sizes.observe(article);
    signal.addEventListener('abort', () => sizes.disconnect());
    for (const move of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
      window.addEventListener(move, () => over.abort(), { passive: true, signal });
    aim();
    return () => over.abort();
  }, [chapter, of]);
  return null;
}
