import type { Entries } from '../io/query.ts';
import { parseLesson } from './parse.ts';

/** Keys of a link that no view of a lesson has: its version, and the parts that a page hides. */
const omitted: readonly string[] = ['v', 'hide'];

/** The fence of a view, in the keys of a link; null where a value cannot be written on one line. */
export function fenceOf(entries: Entries): string | null {
  const named = [...entries].filter(([name]) => !omitted.includes(name));
  if (named.some(([, value]) => /[\r\n]/.test(value) || value !== value.trim())) return null;
  return ['```view', ...named.map(([name, value]) => `${name}=${value}`), '```'].join('\n');
}

/** The offset at which a block can begin that is to follow the line at this one: never inside a fence. */
export function blockOffset(markdown: string, at: number): number {
  const lineEnd = markdown.indexOf('\n', at);
  const end = lineEnd < 0 ? markdown.length : lineEnd;
  const open = (markdown.slice(0, end).match(/^```/gm) ?? []).length % 2 === 1;
  if (!open) return end;
  const close = /^```.*$/m.exec(markdown.slice(end));
  return close ? end + close.index + close[0].length : markdown.length;
}

/** The number of the chapter at an offset, counted from 0; −1 above the first. */
export function chapterAt(markdown: string, at: number): number {
  const lineEnd = markdown.indexOf('\n', at);
  const above = markdown
    .slice(0, lineEnd < 0 ? markdown.length : lineEnd)
    .replace(/^```[\s\S]*?(^```|(?![\s\S]))/gm, '');
  return (above.match(/^## /gm) ?? []).length - 1;
}

/** The offset at which the heading of a chapter begins; 0 where there is no chapter of this id. */
export function chapterOffset(markdown: string, id: string): number {
  const at = parseLesson(markdown).lesson.chapters.findIndex((chapter) => chapter.id === id);
  for (let offset = 0; offset < markdown.length; offset = markdown.indexOf('\n', offset) + 1 || markdown.length)
    if (chapterAt(markdown, offset) === at) return offset;
  return 0;
}
