import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '../../../components/primitives/Button.tsx';
import { Tabs } from '../../../components/primitives/Tabs.tsx';
import { CopyField } from '../../../components/share/CopyField.tsx';
import { openLesson, packedForLink } from '../../../components/share/openLesson.ts';
import { saveFile } from '../../../components/share/saveFile.ts';
import { useMedia } from '../../../components/useMedia.ts';
import type { Entries } from '../../../io/query.ts';
import { beginning, lessonHash } from '../../../lesson/address.ts';
import { chapterAt, fenceOf } from '../../../lesson/fenceText.ts';
import { MAX_LESSON } from '../../../lesson/parse.ts';
import { PageHeader } from '../../PageHeader.tsx';
import { LessonDrop } from '../LessonDrop.tsx';
import { fileNameOf, keepDraft } from './drafts.ts';
import { Faults } from './Faults.tsx';
import { Preview } from './Preview.tsx';
import { isViewLink, viewOfLink } from './pastedView.ts';
import { insertBlock, selectLine } from './textArea.ts';
import { useChecked } from './useChecked.ts';
import '../../app.css';
import './editor.css';

interface Props {
  /** The id of the draft. */
  readonly draft: string;
  readonly start: string;
  /** The offset in the text at which the caret begins. */
  readonly caret: number;
  /** True if the draft of the address is not in this browser. */
  readonly missing: boolean;
  /** True if this browser keeps drafts that cannot be read. */
  readonly unread: boolean;
}

type Side = 'text' | 'preview';

/** The editor of a lesson: its Markdown beside the lesson as a reader sees it. */
export function Editor({ draft, start, caret, missing, unread }: Props) {
  const [markdown, setMarkdown] = useState(start);
  const [chapter, setChapter] = useState(() => chapterAt(start, caret));
  const [view, setView] = useState<Entries | null>(null);
  const [side, setSide] = useState<Side>('text');
  const [link, setLink] = useState<string | null>(null);
  const [said, setSaid] = useState(() =>
    [
      missing
        ? 'This browser does not have this draft: it was deleted here or written elsewhere. Open its file, or write a new lesson.'
        : '',
      unread
        ? 'Some drafts in this browser cannot be read; you can save them as a file below the last chapter of a lesson.'
        : '',
    ].join(' '),
  );
  const area = useRef<HTMLTextAreaElement>(null);
  const checked = useChecked(markdown);
  const narrow = useMedia('(max-width: 48rem)');

  useEffect(() => {
    area.current?.setSelectionRange(caret, caret);
    area.current?.focus();
  }, [caret]);
  const change = (text: string): void => {
    setMarkdown(text);
    setLink(null);
    const kept = keepDraft({ id: draft, markdown: text });
    setSaid(kept ? '' : 'This browser has no room to keep the text. Save it as a file before you leave.');
  };
  /** Lets the preview follow the caret. */
  const follow = ({ value, selectionStart }: HTMLTextAreaElement): void => setChapter(chapterAt(value, selectionStart));
  const save = (): void => {
    const name = fileNameOf(markdown, '.md');
    saveFile(name, markdown, 'text/markdown');
    setSaid(`Saved as ${name}.`);
  };
  const copy = async (): Promise<void> => {
    const packed = await packedForLink(markdown);
    if (packed === null) {
      setSaid('This lesson is too long for a link. Save it as a file and give that to your readers.');
      return;
    }
    const address = new URL(`#${lessonHash({ ...beginning, packed })}`, window.location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      setSaid('Link copied. It contains the whole lesson.');
    } catch {
      setLink(address);
    }
  };
  const insert = (entries: Entries | null): void => {
    const fence = entries && fenceOf(entries);
    if (fence && area.current) {
      setSide('text');
      insertBlock(area.current, fence);
    } else if (entries)
      setSaid(
        'This view cannot be written in a lesson, because its text has a line break or begins or ends with a space.',
      );
    else setSaid('The link is cut off or broken. Copy the whole link again.');
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    save();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  const faults = checked?.faults ?? [];
  const shows = (one: Side): boolean => !narrow || side === one;
  const panel = (one: Side) =>
    narrow ? { role: 'tabpanel', id: `edit-panel-${one}`, 'aria-labelledby': `edit-tab-${one}` } : {};
  return (
    <>
      <PageHeader current="learn">
        <div className="buttons editor-actions">
          <Button
            disabled={view === null}
            title="Inserts the view that the figure shows as a fence"
            onClick={() => insert(view)}
          >
            Insert view
          </Button>
          <Button onClick={() => void copy()}>Copy link</Button>
          <Button onClick={save}>Save</Button>
          <Button look="primary" onClick={() => void openLesson(markdown)}>
            Read
          </Button>
        </div>
      </PageHeader>
      <main className="editor">
        {narrow && (
          <Tabs
            label="Lesson"
            id="edit"
            value={side}
            onChange={setSide}
            tabs={[
              { value: 'text', label: faults.length > 0 ? `Text (${countOf(faults.length)})` : 'Text' },
              { value: 'preview', label: 'Preview' },
            ]}
          />
        )}
        <section className="fill editor-text" hidden={!shows('text')} {...panel('text')}>
          <label htmlFor="lesson-markdown">Lesson in Markdown</label>
          <textarea
            id="lesson-markdown"
            ref={area}
            className="code"
            value={markdown}
            maxLength={MAX_LESSON}
            aria-describedby="lesson-status"
            onChange={({ currentTarget }) => {
              change(currentTarget.value);
              follow(currentTarget);
            }}
            onSelect={({ currentTarget }) => follow(currentTarget)}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain');
              if (!isViewLink(text)) return;
              event.preventDefault();
              void viewOfLink(text.trim()).then(insert);
            }}
          />
          <Faults faults={faults} onLine={(line) => area.current && selectLine(area.current, line)} />
          {link !== null && <CopyField label="Link to the lesson" text={link} />}
          <p id="lesson-status" className="hint" role="status">
            {said}{' '}
            {faults.length > 0
              ? `${countOf(faults.length)}. The preview ${checked?.good ? 'shows the last text without any' : 'leaves out what is faulty'}.`
              : 'A link copied from Explore and pasted here becomes a view.'}
          </p>
        </section>
        <section className="fill" aria-label="Preview" hidden={!shows('preview')} {...panel('preview')}>
          <Preview markdown={checked?.shown ?? null} chapter={shows('preview') ? chapter : -1} onView={setView} />
        </section>
      </main>
      <LessonDrop />
    </>
  );
}

const countOf = (faults: number): string => (faults === 1 ? '1 fault' : `${faults} faults`);
