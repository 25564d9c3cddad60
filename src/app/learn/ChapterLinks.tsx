import { useState } from 'react';
import { Dropdown } from '../../components/controls/Dropdown.tsx';
import { CopyField } from '../../components/share/CopyField.tsx';
import { PublicAddress } from '../../components/share/PublicAddress.tsx';
import { frameAddress, frameMarkup, pageAddress, webAddress } from '../../components/share/snippet.ts';
import { systems } from '../../components/share/systems.ts';
import { type LessonPlace, lessonHash } from '../../lesson/address.ts';
import type { Chapter } from '../../lesson/lesson.ts';

interface Props {
  readonly chapters: readonly Chapter[];
  /** The place of a chapter of the lesson; the one that is read is offered first. */
  readonly place: LessonPlace;
}

/** The height in pixels of a frame that is not told by its chapter how high it should be. */
const HEIGHT = 640;

/** A link to one chapter of a lesson, and the text that shows the chapter by itself in a course page. */
export function ChapterLinks({ chapters, place }: Props) {
  const [id, setId] = useState(place.chapter);
  const [published, setPublished] = useState('');
  const chapter = chapters.find((one) => one.id === id) ?? chapters[0];
  const site = webAddress(published) ?? window.location.href;
  const hash = lessonHash({ ...place, chapter: chapter.id });
  return (
    <>
      <Dropdown
        legend="Chapter"
        choices={chapters.map((one, k) => ({ value: one.id, label: `${k + 1}. ${one.title}` }))}
        value={chapter.id}
        onChange={setId}
      />
      <PublicAddress typed={published} onChange={setPublished} />
      <CopyField label="Link" text={pageAddress(site, hash)} lines={2} />
      <CopyField
        label="Text for a course page"
        text={frameMarkup(frameAddress(site, hash), `${chapter.title} (Gatescope)`, HEIGHT)}
        lines={5}
      />
      <p className="hint">It shows this chapter by itself, with its figure and questions. {systems.learning.hint}</p>
    </>
  );
}
