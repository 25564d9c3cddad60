import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { Boundary } from '../../components/Boundary.tsx';
import { PaintFirst } from '../../components/Deferred.tsx';
import type { LessonPlace } from '../../lesson/address.ts';
import { home } from '../../presets/index.ts';
import { GatescopeProvider } from '../../store/context.tsx';
import { Learn } from './Learn.tsx';
import { lessonAt } from './lessonAt.ts';
import { lessonInstance } from './lessonInstance.ts';

/** Shows the lesson of a place, wherever that is: in the story, in a file beside the page, or in a text inside the address. */
export async function startElsewhere(root: Root, place: LessonPlace, hash: string): Promise<void> {
  if (place.draft !== null) {
    const { startEditor } = await import('./edit/startEditor.tsx');
    return startEditor(root, place, place.draft);
  }
  if (place.within === 'preview') {
    const { startPreview } = await import('./edit/startPreview.tsx');
    return startPreview(root, place);
  }
  if (place.within === 'frame') {
    const { startChapter } = await import('./startChapter.tsx');
    return startChapter(root, place, hash);
  }
  const { lesson, faults, markdown } = await lessonAt(place);
  const gatescope = await lessonInstance(lesson, place);
  root.render(
    <StrictMode>
      <Boundary name="The page" inputs={[place.file, place.packed]}>
        <GatescopeProvider gatescope={gatescope}>
          <PaintFirst>
            <Learn lesson={lesson} faults={faults} place={place} home={home} markdown={markdown} />
          </PaintFirst>
        </GatescopeProvider>
      </Boundary>
    </StrictMode>,
  );
}
