import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { quoted } from '../io/reading.ts';
import { slugOf } from '../text/slug.ts';
import { questionIn, viewIn } from './fence.ts';
import type { Block, Chapter, Inline, Lesson, LessonFault, LessonPart, LessonView } from './lesson.ts';

/** Characters and chapters that a lesson has at most. */
export const MAX_LESSON = 100_000;
const MAX_CHAPTERS = 60;

/** A lesson and, by line, what could not be used of its text. */
export interface ParsedLesson {
  readonly lesson: Lesson;
  readonly faults: readonly LessonFault[];
}

/**
 * Reads a lesson from Markdown (CommonMark): `#` is its title, each `##` a chapter, a fence named `view` a view of the
 * figure, one named `ask` a question. Nothing of the text becomes HTML. Never throws.
 */
export function parseLesson(markdown: string): ParsedLesson {
  const faults: LessonFault[] = [];
  const inline = inlineReader(faults);
  const chapters: { id: string; title: string; parts: LessonPart[] }[] = [];
  let title = '';
  let asksForText = false;
  let blocks: Block[] = [];
  /** The questions of a view to the reader, which follow the text beside it. */
  let closing: Block[] = [];
  if (markdown.length > MAX_LESSON)
    faults.push({
      line: 1,
      sentence: `The lesson has ${markdown.length} characters; ${MAX_LESSON} is the most. The rest is left out.`,
    });

  const endPart = (): void => {
    blocks.push(...closing);
    closing = [];
  };
  const beginPart = (view: LessonView | null): void => {
    endPart();
    blocks = [];
    chapters.at(-1)?.parts.push({ view, blocks });
  };
  const read = (node: RootContent): void => {
    const line = lineOf(node);
    if (node.type === 'heading') {
      const text = plainText(node);
      if (node.depth === 1 && title === '') title = text;
      else if (node.depth > 2)
        faults.push({ line, sentence: 'A chapter has no headings of its own: begin a new chapter with ##.' });
      else if (chapters.length === MAX_CHAPTERS)
        faults.push({ line, sentence: `A lesson has at most ${MAX_CHAPTERS} chapters.` });
      else {
        endPart();
        chapters.push({ id: freeId(text, chapters), title: text, parts: [] });
        beginPart(null);
      }
    } else if (chapters.length === 0) {
      faults.push({ line, sentence: 'Text begins after the heading of a chapter: write ## and its title above.' });
    } else if (node.type === 'code' && node.lang === 'view') {
      endPart();
      const before = chapters.at(-1)?.parts.findLast(({ view }) => view !== null)?.view ?? null;
      const view = viewIn(node.value, line + 1, before, faults);
      beginPart(view);
      if (view.ownText && !asksForText) closing.push({ kind: 'text field' });
      asksForText ||= view.ownText;
      if (view.asked) closing.push({ kind: 'asked value', view, asked: view.asked });
    } else if (node.type === 'code' && node.lang === 'ask') {
      const question = questionIn(node.value, line + 1, faults);
      if (question) blocks.push({ kind: 'question', question });
    } else if (node.type === 'paragraph') blocks.push({ kind: 'paragraph', children: node.children.flatMap(inline) });
    else if (node.type === 'list') {
      const items = node.children.map((item) =>
        item.children.flatMap((child) => {
          if (child.type === 'paragraph') return child.children.flatMap(inline);
          faults.push({ line: lineOf(child), sentence: `${kindOf(child)} inside a list is left out.` });
          return [];
        }),
      );
      blocks.push({ kind: 'list', ordered: node.ordered === true, items });
    } else if (node.type !== 'thematicBreak') faults.push({ line, sentence: leftOut(node) });
  };

  for (const node of fromMarkdown(markdown.slice(0, MAX_LESSON)).children) read(node);
  endPart();
  if (chapters.length === 0) faults.push({ line: 1, sentence: 'There is no chapter yet: write ## and its title.' });
  const filled = ({ view, blocks: of }: LessonPart): boolean => view !== null || of.length > 0;
  return {
    lesson: {
      title: title || 'A lesson',
      chapters: chapters.map((chapter): Chapter => ({ ...chapter, parts: chapter.parts.filter(filled) })),
    },
    faults: faults.filter(
      ({ line, sentence }, k) => faults.findIndex((one) => one.line === line && one.sentence === sentence) === k,
    ),
  };
}

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

const kinds: Readonly<Partial<Record<Nodes['type'], string>>> = {
  html: 'HTML',
  image: 'A picture',
  blockquote: 'A quotation',
  code: 'A block of code that is neither a view nor an ask',
  definition: 'A definition of an address',
  linkReference: 'A link by a name',
  list: 'A list',
};

const remedies: Readonly<Partial<Record<Nodes['type'], string>>> = {
  html: 'write Markdown instead',
  image: 'a fence named view shows a cell',
  blockquote: 'write a paragraph without >',
  code: 'name it view or ask, or write `code` within a line',
  definition: 'write [words](https://…) where the address is needed',
  linkReference: 'write [words](https://…)',
};

/** The sentence on a node that no lesson shows, with a remedy. */
function leftOut(node: Nodes): string {
  const remedy = remedies[node.type];
  return `${kindOf(node)} is left out of a lesson${remedy ? `: ${remedy}` : ''}.`;
}

const kindOf = (node: Nodes): string => kinds[node.type] ?? `Markdown of the kind “${node.type}”`;

/** Parses inline content. */
function inlineReader(faults: LessonFault[]): (node: PhrasingContent) => readonly Inline[] {
  const all = (nodes: readonly PhrasingContent[]): readonly Inline[] => nodes.flatMap(inline);
  function inline(node: PhrasingContent): readonly Inline[] {
    const line = lineOf(node);
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: node.value.replaceAll('\n', ' ') }];
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }];
      case 'break':
        return [{ kind: 'text', text: ' ' }];
      case 'strong':
      case 'emphasis':
        return [{ kind: node.type, children: all(node.children) }];
      case 'link': {
        const children = all(node.children);
        const [, equation, signal] = /^(=?)((?:prev\.)?[\p{L}_]+)$/u.exec(decoded(node.url)) ?? [];
        if (signal) return [equation ? { kind: 'equation', signal, line } : { kind: 'signal', signal, line, children }];
        if (isAddress(node.url)) return [{ kind: 'link', href: node.url, line, children }];
        faults.push({
          line,
          sentence: `${quoted(node.url)} is neither a signal, such as f, nor an address that begins with https://, ./ or #.`,
        });
        return children;
      }
      default:
        faults.push({ line, sentence: leftOut(node) });
        return [];
    }
  }
  return inline;
}

/** Addresses that a lesson may lead to: other sites over https, files beside the page, places in it. */
function isAddress(url: string): boolean {
  if (/^(\.\/|#)[^\s\\]*$/.test(url)) return true;
  return /^https:\/\//.test(url) && URL.canParse(url);
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

const plainText = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(plainText).join('') : '';

/** The slug of a chapter's title, with a number where another chapter has it. */
function freeId(title: string, others: readonly { readonly id: string }[]): string {
  const id = slugOf(title) || 'chapter';
  const taken = (one: string): boolean => others.some((other) => other.id === one);
  for (let k = 2; ; k++) {
    const wished = k === 2 ? id : `${id}-${k - 1}`;
    if (!taken(wished)) return wished;
  }
}
