import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { Boundary } from '../../../components/Boundary.tsx';
import { keepFocus } from '../../../components/controls/keepFocus.ts';
import { keptLesson } from '../../../components/share/openLesson.ts';
import { type LessonPlace, lessonHash, NEW_DRAFT } from '../../../lesson/address.ts';
import { chapterOffset } from '../../../lesson/fenceText.ts';
import { draftStorage, freshId, keptDrafts } from './drafts.ts';
import { Editor } from './Editor.tsx';
import template from './template.md?raw';

/** Shows the editor of a draft: as it is kept in this browser, or the lesson with which it begins. */
export function startEditor(root: Root, place: LessonPlace, named: string): void {
  const { chapter } = place;
  const draft = named === NEW_DRAFT ? freshId() : named;
  if (draft !== named) window.history.replaceState(null, '', `#${lessonHash({ ...place, draft })}`);
  // Back leads to the lesson that was read; the draft is kept
  window.addEventListener('hashchange', () => window.location.reload());
  const markdown = keptDrafts().find(({ id }) => id === draft)?.markdown ?? keptLesson();
  const start = markdown ?? template;
  root.render(
    <StrictMode>
      <div ref={keepFocus} className="gatescope lesson-editor" data-theme="auto">
        <Boundary name="The editor" inputs={[]}>
          <Editor
            draft={draft}
            start={start}
            caret={chapterOffset(start, chapter)}
            missing={markdown === null && draft === named}
            unread={draftStorage.unread() !== null}
          />
        </Boundary>
      </div>
    </StrictMode>,
  );
}
