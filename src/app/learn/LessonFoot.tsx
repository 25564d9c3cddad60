import { useState } from 'react';
import { Button } from '../../components/primitives/Button.tsx';
import { Fault } from '../../components/primitives/Fault.tsx';
import { FileButton } from '../../components/primitives/FileButton.tsx';
import { openDraft } from '../../components/share/openLesson.ts';
import type { Home } from '../../io/opening.ts';
import type { LessonPlace } from '../../lesson/address.ts';
import type { Chapter } from '../../lesson/lesson.ts';
import { UnreadText } from '../UnreadText.tsx';
import { type Draft, draftStorage, forgetDraft, freshId, keepDraft, keptDrafts, titleOf } from './edit/drafts.ts';
import { openLessonFile } from './LessonDrop.tsx';
import { NextSteps } from './NextSteps.tsx';
import { storyText } from './storyText.ts';
import '../../components/share/share.css';

interface Props {
  readonly home: Home;
  /** The Markdown of the lesson that is read; null for the story. */
  readonly markdown: string | null;
  readonly chapters: readonly Chapter[];
  /** The place of the chapter that is read. */
  readonly place: LessonPlace;
}

const templateText = async (): Promise<string> => (await import('./edit/template.md?raw')).default;

/** Below the last chapter: the ways on, and the entrance for those who write lessons. */
export function LessonFoot({ home, markdown, chapters, place }: Props) {
  const { chapter } = place;
  const [drafts, setDrafts] = useState(keptDrafts);
  const [deleted, setDeleted] = useState<Draft | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  /** Opens a text in the editor, as the draft it is if there is one of the same text. */
  const edit = async (text: Promise<string>, at: string): Promise<void> => {
    const begun = await text.catch(() => null);
    if (begun === null) {
      setFault('The text could not be fetched. Try again when the network is back.');
      return;
    }
    openDraft(drafts.find((draft) => draft.markdown === begun)?.id ?? freshId(), at, begun);
  };
  return (
    <>
      <NextSteps home={home} chapters={chapters} text={place.text} />
      <aside className="stack tight lesson-foot" aria-label="Write a lesson">
        <p>
          <strong>For teachers.</strong> A lesson is a text in Markdown with live figures. Change this one, or write
          your own.
        </p>
        <div className="buttons">
          <Button onClick={() => void edit(markdown === null ? storyText() : Promise.resolve(markdown), chapter)}>
            Edit this lesson
          </Button>
          <Button onClick={() => void edit(templateText(), '')}>New lesson</Button>
          <FileButton accept=".md,.markdown" onFile={async (file) => setFault(await openLessonFile(file))}>
            Open a lesson…
          </FileButton>
        </div>
        {fault !== null && <Fault>{fault}</Fault>}
        <Drafts
          drafts={drafts}
          onDelete={(draft) => {
            forgetDraft(draft.id);
            setDeleted(draft);
            setDrafts(keptDrafts());
          }}
        />
        <UnreadText kept={draftStorage} sentence="One of your drafts cannot be read." fileName="drafts.txt" />
        {deleted && (
          <p role="status">
            The draft is deleted.{' '}
            <Button
              look="link"
              onClick={() => {
                keepDraft(deleted);
                setDeleted(null);
                setDrafts(keptDrafts());
              }}
            >
              Undo
            </Button>
          </p>
        )}
      </aside>
    </>
  );
}

interface DraftsProps {
  readonly drafts: readonly Draft[];
  readonly onDelete: (draft: Draft) => void;
}

/** The drafts kept in this browser, each to go on with or to delete. */
function Drafts({ drafts, onDelete }: DraftsProps) {
  if (drafts.length === 0) return null;
  return (
    <>
      <p className="hint">Your drafts, kept in this browser</p>
      <ul className="lesson-drafts">
        {drafts.map((draft) => (
          <li key={draft.id} className="row">
            <Button look="link" onClick={() => openDraft(draft.id, '', draft.markdown)}>
              {titleOf(draft.markdown)}
            </Button>
            <Button
              look="icon"
              aria-label={`Delete the draft “${titleOf(draft.markdown)}”`}
              onClick={() => onDelete(draft)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
