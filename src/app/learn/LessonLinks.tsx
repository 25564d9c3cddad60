import { useState } from 'react';
import { Dropdown } from '../../components/controls/Dropdown.tsx';
import { faultOf } from '../../components/faultOf.ts';
import { Button } from '../../components/primitives/Button.tsx';
import { Fault } from '../../components/primitives/Fault.tsx';
import { CopyField } from '../../components/share/CopyField.tsx';
import { LinkField } from '../../components/share/LinkField.tsx';
import { PublicAddress } from '../../components/share/PublicAddress.tsx';
import { frameAddress, frameMarkup, pageAddress, webAddress } from '../../components/share/snippet.ts';
import { systems } from '../../components/share/systems.ts';
import { type LessonPlace, lessonHash } from '../../lesson/address.ts';
import type { Chapter } from '../../lesson/lesson.ts';
import { storyText } from './storyText.ts';

export interface LessonLinksProps {
  /** The Markdown of the lesson that is read; null for the story. */
  readonly markdown: string | null;
  readonly chapters: readonly Chapter[];
  /** The place of a chapter of the lesson; the one that is read is offered first. */
  readonly place: LessonPlace;
}

/** The height in pixels of a frame that is not told by its chapter how high it should be. */
const HEIGHT = 640;

/** A link to one chapter of a lesson, the text that shows it by itself in a course page, and the whole lesson as a package. */
export function LessonLinks({ markdown, chapters, place }: LessonLinksProps) {
  const [fault, setFault] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    try {
      const { saveScorm } = await import('./offline/saveScorm.ts');
      await saveScorm(markdown ?? (await storyText()));
      setFault(null);
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  return (
    <>
      {place.packed === '' ? (
        <p>This lesson is too long for a link. Put its file on your site, or save it as a package.</p>
      ) : (
        <ChapterLinks chapters={chapters} place={place} />
      )}
      <h3>The whole lesson with its results</h3>
      <p>
        <Button onClick={() => void save()}>Save for SCORM 1.2</Button>
      </p>
      <p className="hint">
        A zip for Moodle, Canvas and other learning systems. It works without this site, and the system records the
        results.
      </p>
      {fault !== null && <Fault>{fault}</Fault>}
    </>
  );
}

function ChapterLinks({ chapters, place }: Omit<LessonLinksProps, 'markdown'>) {
  const [id, setId] = useState(place.chapter);
  const [published, setPublished] = useState('');
  const chapter = chapters.find((one) => one.id === id) ?? chapters[0];
  const site = webAddress(published) ?? window.location.href;
  const hash = lessonHash({ ...place, chapter: chapter.id, text: null, codes: false });
  return (
    <>
      <Dropdown
        legend="Chapter"
        choices={chapters.map((one, k) => ({ value: one.id, label: `${k + 1}. ${one.title}` }))}
        value={chapter.id}
        onChange={setId}
      />
      <PublicAddress typed={published} onChange={setPublished} />
      <LinkField link={pageAddress(site, hash)} hint="It opens the lesson at this chapter." />
      <CopyField
        label="Text for a course page"
        text={frameMarkup(frameAddress(site, hash), `${chapter.title} (Gatescope)`, HEIGHT)}
        lines={5}
      />
      <p className="hint">It shows this chapter by itself, with its figure and questions. {systems.learning.hint}</p>
    </>
  );
}
