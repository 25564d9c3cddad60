import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { parseLesson } from '../src/lesson/parse.ts';

const SUFFIX = '?lesson';

/** Parses `lesson.md?lesson` at build time, so that the page needs no Markdown parser. Faults end the build. */
export const lessonModule: Plugin = {
  name: 'lesson',
  load(id) {
    if (!id.endsWith(SUFFIX)) return null;
    const path = id.slice(0, -SUFFIX.length);
    this.addWatchFile(path);
    const { lesson, faults } = parseLesson(readFileSync(path, 'utf8'));
    for (const { line, sentence } of faults) this.error(`${path}, line ${line}: ${sentence}`);
    return `export default ${JSON.stringify(lesson)};`;
  },
};
