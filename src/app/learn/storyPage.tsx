import { type ReactElement, StrictMode, useEffect, useState } from 'react';
import { Boundary } from '../../components/Boundary.tsx';
import { PaintFirst, usePainted } from '../../components/Deferred.tsx';
import { beginning } from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { home } from '../../presets/index.ts';
import { GatescopeProvider } from '../../store/context.tsx';
import { fetchLater } from './fetchLater.ts';
import { Learn } from './Learn.tsx';
import first from './story.md?beginning';
import { viewInstance } from './viewInstance.ts';

const nothing = (): void => {};

/** The whole page of the story at its beginning; `onLive` is called once it answers its reader. */
export function storyPage(onLive = nothing): ReactElement {
  const gatescope = viewInstance(first.lesson.chapters[0]?.parts[0]?.view ?? null, first.moment);
  return (
    <StrictMode>
      <Boundary name="The page" inputs={[]}>
        <GatescopeProvider gatescope={gatescope}>
          <PaintFirst>
            <Story onLive={onLive} />
          </PaintFirst>
        </GatescopeProvider>
      </Boundary>
    </StrictMode>
  );
}

/** The story: its first chapter, and the others once that is painted. */
function Story({ onLive }: { readonly onLive: () => void }) {
  const [lesson, setLesson] = useState<Lesson>(first.lesson);
  const painted = usePainted();
  useEffect(onLive, [onLive]);
  useEffect(() => {
    if (!painted) return;
    fetchLater().then(
      // the chapter that is read stays the same object, so that its figure does not begin again
      ({ story }) =>
        setLesson({ ...story, chapters: [...first.lesson.chapters.slice(0, 1), ...story.chapters.slice(1)] }),
      // the boundary of the questions, which are in the same file, says so
      () => {},
    );
  }, [painted]);
  return <Learn lesson={lesson} faults={[]} place={beginning} home={home} markdown={null} />;
}
