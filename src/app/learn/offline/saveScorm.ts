import { saveFile } from '../../../components/share/saveFile.ts';
import { parseLesson } from '../../../lesson/parse.ts';
import { Refusal } from '../../../text/refusal.ts';
import { fileNameOf } from '../edit/drafts.ts';
import { lessonFile, OFFLINE_LESSON } from './lessonFile.ts';
import { scormPackage } from './scormPackage.ts';

/** Saves a lesson as a SCORM 1.2 package. Throws a sentence if a part of it cannot be fetched. */
export async function saveScorm(markdown: string): Promise<void> {
  const response = await fetch(new URL(OFFLINE_LESSON, document.baseURI)).catch(() => null);
  if (!response?.ok)
    throw new Refusal(`${OFFLINE_LESSON} could not be fetched from this site. Try again when the network is back.`);
  const { lesson } = parseLesson(markdown);
  const page = lessonFile(await response.text(), lesson.title, markdown);
  const content = scormPackage(page, lesson.title, markdown);
  saveFile(fileNameOf(markdown, '-scorm.zip'), new Blob([content], { type: 'application/zip' }));
}
