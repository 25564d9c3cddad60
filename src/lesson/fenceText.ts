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

/** A line of a text. */
interface Line {
  readonly text: string;
  /** The offset of its end, before the line break. */
  readonly end: number;
  /** True for the lines of a fence, with those that open and close it. */
  readonly fenced: boolean;
  /** True for the last line of a fence. */
  readonly closes: boolean;
}

/** The lines of a text. A fence is of three or more backticks or tildes, and ends with as many of the same (CommonMark 4.5). */
function linesOf(markdown: string): readonly Line[] {
  let open: string | null = null;
  let end = -1;
  return markdown.split('\n').map((text) => {
    end += text.length + 1;
    if (open === null) {
      open = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1] ?? null;
      return { text, end, fenced: open !== null, closes: false };
    }
    const [, marks = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(text) ?? [];
    const closes = marks.startsWith(open);
    if (closes) open = null;
    return { text, end, fenced: true, closes };
  });
}

/** The offset at which a block can begin that is to follow the line at this one: never inside a fence. */
export function blockOffset(markdown: string, at: number): number {
  const lines = linesOf(markdown);
  const here = lines.findIndex(({ end }) => end >= at);
  const line = lines[here];
  if (!line?.fenced) return line?.end ?? markdown.length;
  return lines.slice(here).find(({ closes }) => closes)?.end ?? markdown.length;
}

/** The number of the chapter at an offset, counted from 0; −1 above the first. */
export function chapterAt(markdown: string, at: number): number {
  const lines = linesOf(markdown);
  const here = lines.findIndex(({ end }) => end >= at);
  return lines.slice(0, here < 0 ? lines.length : here + 1).filter(beginsChapter).length - 1;
}

const beginsChapter = ({ text, fenced }: Line): boolean => !fenced && /^ {0,3}##(?:[ \t]|$)/.test(text);

/** The offset at which the heading of a chapter begins; 0 where there is no chapter of this id. */
export function chapterOffset(markdown: string, id: string): number {
  const at = parseLesson(markdown).lesson.chapters.findIndex((chapter) => chapter.id === id);
  const heading = linesOf(markdown).filter(beginsChapter)[at];
  return heading ? heading.end - heading.text.length : 0;
}
