import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { Boundary } from '../../components/Boundary.tsx';
import { PaintFirst } from '../../components/Deferred.tsx';
import { type LessonPlace, lessonPlaceIn } from '../../lesson/address.ts';
import { openedView, viewFaults } from '../../lesson/opened.ts';
import type { ParsedLesson } from '../../lesson/parse.ts';
import { home } from '../../presets/index.ts';
import { GatescopeProvider } from '../../store/context.tsx';
import { createGatescope } from '../../store/gatescope.ts';
import { Learn } from './Learn.tsx';
import story from './story.md?lesson';

const NOWHERE: LessonPlace = { chapter: '', text: null, file: null };

/** Shows the lesson of a place: the story, or a file beside the page. */
export async function startLearn(root: Root, hash: string): Promise<void> {
  const place = lessonPlaceIn(hash) ?? NOWHERE;
  const { lesson, faults } = await lessonAt(place.file);
  const first = lesson.chapters.find(({ id }) => id === place.chapter) ?? lesson.chapters[0];
  const view = first?.parts.find((part) => part.view)?.view;
  const opened = view ? await openedView(view, place.text, home) : null;
  const gatescope = createGatescope(opened ? { initial: opened.moment } : {});
  // faults are shown for lessons from files; the story is tested instead
  const wrong = lesson === story ? faults : [...faults, ...(await viewFaults(lesson, home))];
  root.render(
    <StrictMode>
      <Boundary name="The page" inputs={[place.file]}>
        <GatescopeProvider gatescope={gatescope}>
          <PaintFirst>
            <Learn lesson={lesson} faults={wrong} place={place} home={home} />
          </PaintFirst>
        </GatescopeProvider>
      </Boundary>
    </StrictMode>,
  );
}

/** A lesson beside the page; the story where there is none or where it cannot be had. */
async function lessonAt(file: string | null): Promise<ParsedLesson> {
  if (file === null) return { lesson: story, faults: [] };
  try {
    const [response, { MAX_LESSON, parseLesson }] = await Promise.all([
      fetch(new URL(file, document.baseURI)),
      import('../../lesson/parse.ts'),
    ]);
    if (!response.ok) throw new Error(String(response.status));
    return parseLesson((await response.text()).slice(0, MAX_LESSON + 1));
  } catch {
    const sentence = `The lesson ${file} could not be fetched; the story is shown instead.`;
    return { lesson: story, faults: [{ line: 1, sentence }] };
  }
}
