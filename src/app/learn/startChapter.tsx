import type { Root } from 'react-dom/client';
import { Boundary } from '../../components/Boundary.tsx';
import { PaintFirst } from '../../components/Deferred.tsx';
import { tellHeight } from '../../components/height/tellHeight.ts';
import { entriesIn } from '../../io/query.ts';
import { quoted } from '../../io/reading.ts';
import { type LessonPlace, lessonHash } from '../../lesson/address.ts';
import { home } from '../../presets/index.ts';
import { GatescopeProvider } from '../../store/context.tsx';
import { chapterHeight } from './chapterHeight.ts';
import { Learn } from './Learn.tsx';
import { lessonAt } from './lessonAt.ts';
import { lessonInstance } from './lessonInstance.ts';
import { openLinksInTabs } from './openLinksInTabs.ts';

const themes = ['light', 'dark', 'projector'] as const;

/** A ref for anything inside the chapter. */
const tellChapterHeight = (inside: HTMLElement | null) => tellHeight(inside?.closest('main') ?? null, chapterHeight);

/** Shows one chapter of a lesson in a frame of another page: its text, its figure and its questions. */
export async function startChapter(root: Root, place: LessonPlace, hash: string): Promise<void> {
  openLinksInTabs();
  const { lesson, faults } = await lessonAt(place);
  const { chapters } = lesson;
  const named = chapters.filter(({ id }) => id === place.chapter);
  const one = { ...lesson, chapters: named.length > 0 ? named : chapters.slice(0, 1) };
  const missing =
    named.length > 0 || place.chapter === ''
      ? []
      : [{ line: null, sentence: `There is no chapter ${quoted(place.chapter)}; the first one is shown instead.` }];
  const gatescope = await lessonInstance(one, place);
  const theme = themes.find((known) => known === entriesIn(hash).get('theme'));
  if (theme) gatescope.actions.setTheme(theme);
  document.title = one.chapters[0]?.title ?? lesson.title;
  root.render(
    <Boundary name="The chapter" inputs={[]}>
      <GatescopeProvider gatescope={gatescope}>
        <PaintFirst>
          <Learn lesson={one} faults={[...faults, ...missing]} place={place} home={home} markdown={null}>
            <a
              ref={tellChapterHeight}
              className="whole-lesson"
              href={`./index.html#${lessonHash({ ...place, within: 'page' })}`}
            >
              Open the lesson in Gatescope
            </a>
          </Learn>
        </PaintFirst>
      </GatescopeProvider>
    </Boundary>,
  );
}
