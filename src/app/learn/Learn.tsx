import { lazy, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { keepFocus } from '../../components/controls/keepFocus.ts';
import { useHotkeys } from '../../components/controls/useHotkeys.ts';
import { Deferred, usePainted } from '../../components/Deferred.tsx';
import { hasSite } from '../../components/hasSite.ts';
import { Fault } from '../../components/primitives/Fault.tsx';
import { Root } from '../../components/Root.tsx';
import type { Home } from '../../io/opening.ts';
import type { LessonPlace } from '../../lesson/address.ts';
import type { Lesson, LessonFault } from '../../lesson/lesson.ts';
import { useGatescope, useInstance } from '../../store/context.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { askedOf } from './askedOf.ts';
import { ChapterRail, ChapterSelect } from './ChapterRail.tsx';
import { ChapterText } from './ChapterText.tsx';
import { Figure } from './Figure.tsx';
import { fetchLater } from './fetchLater.ts';
import { openAsked } from './openAsked.ts';
import { viewOf } from './partCell.ts';
import { useBook } from './useBook.ts';
import { useExploreHash } from './useExploreHash.ts';
import { useLessonAddress } from './useLessonAddress.ts';
import { useNear } from './useNear.ts';
import { useReadPart } from './useReadPart.ts';
import '../app.css';
import './learn.css';
import './learnPrint.css';

const LessonFoot = lazy(async () => ({ default: (await import('./LessonFoot.tsx')).LessonFoot }));
const ShareLesson = lazy(async () => ({ default: (await fetchLater()).ShareLesson }));
const LessonDrop = lazy(async () => ({ default: (await fetchLater()).LessonDrop }));

export interface LearnProps {
  readonly lesson: Lesson;
  readonly faults: readonly LessonFault[];
  readonly place: LessonPlace;
  readonly home: Home;
  /** The Markdown of the lesson; null for the story, whose Markdown is fetched to be edited. */
  readonly markdown: string | null;
  /** The foot of the lesson, below its last chapter. */
  readonly children?: ReactNode;
}

/**
 * A lesson: its chapters to be scrolled through, beside the one figure that follows the reading. The instance around it
 * shows the first view of the place.
 */
export function Learn({ lesson, faults, place: start, home, markdown, children }: LearnProps) {
  // the preview has no links to other pages, a frame no header; neither changes its address
  const { within } = start;
  const gatescope = useInstance();
  const [text, setText] = useState(start.text);
  const [article, setArticle] = useState<HTMLElement | null>(null);
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  const near = useNear(foot);
  const read = useReadPart(article, lesson, start.chapter);
  const chapter = lesson.chapters[read.chapter];
  const { goTo } = useLessonAddress({ lesson, article, start, chapter: chapter?.id ?? '', text });
  const view = viewOf(chapter?.parts ?? [], read.part);
  const book = useBook(lesson, start);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [beginning] = useState(() => gatescope.getState().cursor);
  const begun = useRef(false);

  const asked = view?.asked ?? null;
  const known = view !== null && asked !== null && answered.has(askedOf(view, text));
  const open = openAsked(chapter?.parts ?? [], read.part, (one) => answered.has(askedOf(one, text)));
  const until = useGatescope((state) => state.until);
  const asking = (asked !== null && !known) || until !== null;

  const show = useEffectEvent(async (isCurrent: () => boolean) => {
    if (!view) return;
    // a sentence that is typed this early is read from its own beginning
    const began = begun.current || text !== start.text ? null : beginning;
    begun.current = true;
    const showing = { view, open, text, home, known, began, isCurrent };
    const [later] = await Promise.all([fetchLater(), gatescope.fetchActions()]).catch(() => [null]);
    await later?.showView(gatescope, showing);
  });
  const painted = usePainted();
  useEffect(() => {
    if (!painted) return undefined;
    let current = true;
    void show(() => current);
    return () => {
      current = false;
    };
    // follows a new view or text, and reveals the value once it is guessed
  }, [painted, view, text, known, open]);

  const inSite = hasSite && within === 'page';
  const place = { ...start, chapter: chapter?.id ?? '', text };
  const explore = useExploreHash(asking);
  const onKeyDown = useHotkeys(() => {});
  return (
    <Root rootRef={keepFocus} className={`gatescope learn-page learn-${within}`} tabIndex={-1} onKeyDown={onKeyDown}>
      {within !== 'frame' && (
        <PageHeader current={inSite ? 'learn' : null} exploreHash={explore}>
          <ChapterSelect lesson={lesson} now={read.chapter} onGo={goTo} />
          {inSite && (
            <div className="right">
              <Deferred>
                <ShareLesson markdown={markdown} chapters={lesson.chapters} place={place} />
              </Deferred>
            </div>
          )}
        </PageHeader>
      )}
      <main className="learn">
        {within !== 'frame' && (
          <ChapterRail lesson={lesson} now={read.chapter} place={{ ...start, text }} onGo={goTo} />
        )}
        <article ref={setArticle} aria-label={lesson.title}>
          {faults.length > 0 && (
            <Fault>
              {faults.map(({ line, sentence }) => (line === null ? sentence : `Line ${line}: ${sentence}`)).join(' ')}
            </Fault>
          )}
          {lesson.chapters.map((one, k) => (
            <ChapterText
              key={one.id}
              chapter={one}
              number={k + 1}
              numbered={within !== 'frame'}
              first={k === 0 ? lesson.title : null}
              text={text}
              book={book}
              home={home}
              onText={setText}
              answered={answered}
              onAnswer={(question) => setAnswered((before) => new Set([...before, question]))}
            />
          ))}
          {children}
          {inSite && (
            <div ref={setFoot}>
              {near && (
                <Deferred>
                  <LessonFoot home={home} markdown={markdown} chapters={lesson.chapters} place={place} />
                </Deferred>
              )}
            </div>
          )}
        </article>
        <Figure
          asking={asking}
          ownText={view?.ownText ?? false}
          readersText={text}
          line={view?.entries.unit !== undefined}
        />
      </main>
      {inSite && (
        <Deferred>
          <LessonDrop />
        </Deferred>
      )}
    </Root>
  );
}
