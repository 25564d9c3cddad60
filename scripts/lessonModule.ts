import { readFileSync } from 'node:fs';
import { type Plugin, runnerImport } from 'vite';
import { parseLesson } from '../src/lesson/parse.ts';

const FORM = /^(.+)\?(lesson|beginning)$/;

/**
 * Parses `lesson.md?lesson` at build time, so that the page needs no Markdown parser. Faults end the build.
 * `lesson.md?beginning` is what its first picture needs: the first chapter with its view opened, and the titles of the others.
 */
export const lessonModule: Plugin = {
  name: 'lesson',
  async load(id) {
    const [, path, form] = FORM.exec(id) ?? [];
    if (path === undefined) return null;
    this.addWatchFile(path);
    const { lesson, faults } = parseLesson(readFileSync(path, 'utf8'));
    for (const { line, sentence } of faults) this.error(`${path}, line ${line}: ${sentence}`);
    if (form === 'lesson') return `export default ${JSON.stringify(lesson)};`;
    const { module } = await runnerImport<typeof import('./lessonBeginning.ts')>('./scripts/lessonBeginning.ts');
    return `export default ${JSON.stringify(await module.beginningOf(lesson))};`;
  },
};
