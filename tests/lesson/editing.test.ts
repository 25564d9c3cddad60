import { readFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { opened } from '../../src/io/opening.ts';
import { entriesIn } from '../../src/io/query.ts';
import { blockOffset, chapterAt, chapterOffset, fenceOf } from '../../src/lesson/fenceText.ts';
import { openedView } from '../../src/lesson/opened.ts';
import { parseLesson } from '../../src/lesson/parse.ts';
import { withViewsOf } from '../../src/lesson/sameViews.ts';
import { home } from '../../src/presets/index.ts';

const story = readFileSync('src/app/learn/story.md', 'utf8');

describe('A view in a text', () => {
  it.each([
    'v=1&cell=gru&text=abc&t=2&done=3&parts=diagram',
    'v=1&preset=trained-anbn-lstm&t=13&signal=C&unit=2&parts=diagram',
    'v=1&cell=lstm&text=two%20words,%20a%3Db&tokens=words&t=2&parts=diagram',
  ])('%s opens as its link does', async (hash) => {
    const fence = fenceOf(entriesIn(hash));
    const { lesson, faults } = parseLesson(`# T\n\n## One\n\n${fence}\n`);
    expect(faults).toEqual([]);
    const view = lesson.chapters[0].parts[0].view;
    expect(view && (await openedView(view, null, home)).moment).toEqual((await opened(hash, home)).moment);
  });

  it.each(['text=a%0Ab', 'text=%20a'])('is refused where its fence would say something else: %s', (hash) => {
    expect(fenceOf(entriesIn(hash))).toBeNull();
  });

  it('is inserted below the line of the caret, never inside a fence', () => {
    const text = 'One.\n\n```view\nt=1\n```\n\nTwo.';
    const split = (at: number): string => text.slice(0, blockOffset(text, at));
    expect(split(1)).toBe('One.');
    for (const at of [text.indexOf('view'), text.indexOf('t=1')]) expect(split(at)).toBe('One.\n\n```view\nt=1\n```');
    expect(split(text.length)).toBe(text);
  });

  it.each([
    ['four backticks around three', '````md\n```view\nt=1\n```\n````'],
    ['tildes', '~~~view\nt=1\n```\n~~~'],
    ['an indent and more marks at the end', '  ```view\n~~~\nt=1\n  `````'],
  ])('is inserted below a fence of %s, whose lines begin no chapter', (_, fence) => {
    const text = `## One\n\n${fence.replace('t=1', '## t=1')}\n\n## Two\n`;
    const at = text.indexOf('t=1');
    const below = text.indexOf('\n\n## Two');
    expect(blockOffset(text, at)).toBe(below);
    expect([at, text.indexOf('Two')].map((offset) => chapterAt(text, offset))).toEqual([0, 1]);
    // as CommonMark reads it, by another parser than the editor's
    const [open] = fromMarkdown(text).children.filter(({ type }) => type === 'code');
    expect(open.position?.end.offset).toBe(below);
    expect(text.slice(chapterOffset(text, 'two'))).toBe('## Two\n');
  });
});

describe('Chapters of the text', () => {
  it('are found at the offsets of their headings, whatever fences contain', () => {
    const text = '# T\n\n## One\n\n```view\n## no\n```\n\n## Two\n\nEnd';
    expect(['# T', '## One', '## no', '## Two', 'End'].map((at) => chapterAt(text, text.indexOf(at)))).toEqual([
      -1, 0, 0, 1, 1,
    ]);
    for (const { id, title } of parseLesson(story).lesson.chapters)
      expect(story.slice(chapterOffset(story, id))).toMatch(new RegExp(`^## ${title.replace('?', '\\?')}\n`));
  });
});

it('Views that a change leaves alone stay the same objects, also where they moved', () => {
  const before = parseLesson(story).lesson;
  const views = (lesson: typeof before) =>
    lesson.chapters.flatMap(({ parts }) => parts.flatMap(({ view }) => view ?? []));
  const moved = story.replace('\n## ', '\nAnother paragraph.\n\n## ');
  const after = withViewsOf(before, parseLesson(moved).lesson);
  views(after).forEach((view, k) => {
    expect(view).toBe(views(before)[k]);
  });
  const [first, ...rest] = views(withViewsOf(before, parseLesson(story.replace(/^t=\d+$/m, 't=1\nunits=3')).lesson));
  expect(first).not.toBe(views(before)[0]);
  expect(rest.at(-1)).toBe(views(before).at(-1));
});
