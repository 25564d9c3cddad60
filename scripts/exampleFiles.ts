import { readFileSync } from 'node:fs';
import { lessonFile } from '../src/app/learn/offline/lessonFile.ts';
import { scormPackage } from '../src/app/learn/offline/scormPackage.ts';
import { offlineFile } from '../src/components/share/offlineFile.ts';
import { opened } from '../src/io/opening.ts';
import { parseLesson } from '../src/lesson/parse.ts';
import { home } from '../src/presets/index.ts';
import { createDerive } from '../src/store/derive.ts';

/** The file that Share saves of this view; `page` is the page that views are put into. */
export async function offlineExample(page: string, link: string): Promise<string> {
  const { moment } = await opened(link, home);
  return offlineFile(page, createDerive()(moment.inputs), moment, null);
}

/** The package that is saved below a lesson; `page` is the page that lessons are put into. */
export function scormExample(page: string, lesson: string): Uint8Array {
  const markdown = readFileSync(lesson, 'utf8');
  const { title } = parseLesson(markdown).lesson;
  return scormPackage(lessonFile(page, title, markdown), title, markdown);
}
