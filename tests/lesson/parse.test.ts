import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/lesson/lesson.ts';
import { viewFaults } from '../../src/lesson/opened.ts';
import { parseLesson } from '../../src/lesson/parse.ts';
import { home } from '../../src/presets/index.ts';
import { ideas } from '../../src/questions/ideas/index.ts';

const lesson = (body: string): string => `# Title\n\n## Chapter\n\n${body}`;
const blocksOf = (body: string): readonly Block[] =>
  parseLesson(lesson(body)).lesson.chapters[0].parts.flatMap(({ blocks }) => blocks);
const faultsOf = (body: string) => parseLesson(lesson(body)).faults;

describe('a lesson', () => {
  it('has a title, chapters with addresses of their own, and paragraphs with words for signals', () => {
    const { lesson, faults } = parseLesson(
      '# On gates\n\n## Größe!\n\nThe [forget *gate*](f), [](prev.C) and [more](https://example.org).\n\n## Größe!\n',
    );
    expect(faults).toEqual([]);
    expect(lesson.title).toBe('On gates');
    expect(lesson.chapters.map(({ id }) => id)).toEqual(['große', 'große-2']);
    const [paragraph] = lesson.chapters[0].parts[0].blocks;
    expect(paragraph).toMatchObject({
      kind: 'paragraph',
      children: [
        { kind: 'text', text: 'The ' },
        { kind: 'signal', signal: 'f', children: [{ text: 'forget ' }, { kind: 'emphasis' }] },
        { kind: 'text' },
        { kind: 'signal', signal: 'prev.C', children: [] },
        { kind: 'text' },
        { kind: 'link', href: 'https://example.org' },
        { text: '.' },
      ],
    });
  });

  it('keeps what a view says for the next view of its chapter, and asks below the text', () => {
    const { parts } = parseLesson(
      lesson('```view\npreset=trained-anbn-lstm\nt=13\ndone=2\n```\n\nOne.\n\n```view\nt=14\n?f:2\n```\n\nTwo.'),
    ).lesson.chapters[0];
    expect(parts.map(({ view }) => view?.entries)).toEqual([
      { preset: 'trained-anbn-lstm', t: '13', done: '2' },
      { preset: 'trained-anbn-lstm', t: '14' },
    ]);
    expect(parts[1].blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'asked value']);
    expect(parts[1].view?.asked).toEqual({ kind: 'value', signal: 'f', unit: 1 });
    expect(parts.map(({ view }) => view?.line)).toEqual([5, 13]);
    const [{ view }] = parseLesson(lesson('```view\ncell=lstm\ntext=abcde\nt=2\n?C:2 to 4\n```')).lesson.chapters[0]
      .parts;
    expect(view?.asked).toEqual({ kind: 'value', signal: 'C', unit: 1, to: 4 });
  });

  it('reads the reader’s own text in views that keep it, not in one that starts afresh', () => {
    const fences = ['preset=first-letter-lstm\n?text=ab', 't=2', 'preset=trained-agreement-far-lstm', 't=3'];
    const { parts } = parseLesson(lesson(fences.map((one) => `\`\`\`view\n${one}\n\`\`\`\n\nText.`).join('\n\n')))
      .lesson.chapters[0];
    expect(parts.map(({ view }) => view?.ownText)).toEqual([true, true, false, false]);
  });

  it('asks for the reader’s own text once', () => {
    const text = '## A\n\n```view\n?text=hi\n```\n\n## B\n\n```view\n?text=hi\n```\n';
    const kinds = parseLesson(text).lesson.chapters.map(({ parts }) => parts.flatMap(({ blocks }) => blocks));
    expect(kinds.map((blocks) => blocks.map(({ kind }) => kind))).toEqual([['text field'], []]);
  });

  it.each([
    ['<b>bold</b>', 5, 'HTML is left out'],
    ['![alt](x.png)', 5, 'A picture is left out'],
    ['[x](javascript:alert(1))', 5, 'neither a signal'],
    ['[x](//evil.example)', 5, 'neither a signal'],
    ['```view\ncell\n```', 6, 'has no value'],
    ['```view\n\nwrong=1\n```', 7, '“wrong” is not a key of a view'],
    ['```view\n?f=1\n```', 6, 'asks for nothing'],
    ['```view\n?answer to 4\n```', 6, 'asks for nothing'],
    ['```ask\nidea=nothing\n```', 6, 'There is no idea “nothing”. The ideas are forget-gate, '],
    ['```ask\nform=2\n```', 5, 'names no idea'],
    ['```ask\nidea=forget-gate\nform=4\n```', 7, 'a whole number from 1 to 3'],
    ['### deeper', 5, 'no headings of its own'],
    ['```js\nalert(1)\n```', 5, 'neither a view nor an ask'],
  ])('says of %j by line what it leaves out', (body, line, words) => {
    const faults = faultsOf(body);
    expect(faults).toEqual([{ line, sentence: expect.stringContaining(words) }]);
    // refused content leaves nothing that could run
    expect(JSON.stringify(blocksOf(body))).not.toMatch(/javascript|evil|<b>|alert/);
  });

  it('says what is wrong in a view once it is opened, and which signal its cell has not', async () => {
    const { lesson: one } = parseLesson(
      lesson('```view\ncell=gru\ntext=abc\nt=9\n?f\n```\n\nThe [forget gate](f) and [](z).'),
    );
    expect(await viewFaults(one, home)).toEqual([
      { line: 5, sentence: expect.stringContaining('“t” is 9') },
      { line: 5, sentence: 'GRU has no signal “f” to ask for.' },
      { line: 12, sentence: 'GRU has no signal “f”; it has r, reset, candidate, z, rest, kept, written, h.' },
    ]);
  });

  it('says what a link to a view asks for and does not get', async () => {
    const good =
      '[a](#v=1&cell=gru&text=abc&t=2), [b](./lab.html), [c](#learn=x), [d](https://example.org/#v=1&cell=no)';
    const { lesson: one } = parseLesson(lesson(`${good}\n\n*[e](./index.html#v=1&cell=nonsense)* and [f](#nowhere)`));
    expect(await viewFaults(one, home)).toEqual([
      {
        line: 7,
        sentence: expect.stringMatching(/^The link to “\.\/index.*opens with a notice: “cell” is not one of/),
      },
      { line: 7, sentence: expect.stringMatching(/“nowhere” is not a key of a link/) },
    ]);
  });

  it.each([
    [2, 9, 'end it at timestep 3 to 4'],
    [2, 1, 'end it at timestep 3 to 4'],
    [4, 5, 'no timestep follows'],
  ])('says that a curve from timestep %i of 4 cannot end at %i', async (t, to, remedy) => {
    const { lesson: one } = parseLesson(lesson(`\`\`\`view\ncell=gru\ntext=abcd\nt=${t}\n?z to ${to}\n\`\`\``));
    const sentence = `A curve from timestep ${t} cannot be drawn to ${to}: ${remedy}.`;
    expect(await viewFaults(one, home)).toEqual([{ line: 5, sentence }]);
  });

  it('bounds what it reads', () => {
    const long = parseLesson(lesson('word '.repeat(40_000)));
    expect(long.faults[0].sentence).toContain('100000 is the most');
    const many = parseLesson('## x\n\n'.repeat(100));
    expect(many.lesson.chapters).toHaveLength(60);
  });
});

it('docs/lessons.md lists every idea that a lesson can ask about', () => {
  const listed = readFileSync('docs/lessons.md', 'utf8').matchAll(/^- `([\w-]+)`: /gm);
  expect([...listed].map(([, id]) => id)).toEqual(ideas.map(({ id }) => id));
});

const files = [
  'src/app/learn/story.md',
  ...readdirSync('public/lessons')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `public/lessons/${name}`),
];

describe.each(files)('%s', (file) => {
  const { lesson, faults } = parseLesson(readFileSync(file, 'utf8'));

  it('has nothing that its author should mend', async () => {
    expect(faults).toEqual([]);
    expect(await viewFaults(lesson, home)).toEqual([]);
  });

  it('has chapters of at most 120 words, each with a figure', () => {
    for (const { parts } of lesson.chapters) {
      expect(parts[0].view).not.toBeNull();
      const words = JSON.stringify(parts.flatMap(({ blocks }) => blocks)).match(/"text":"[^"]+"/g) ?? [];
      expect(words.join(' ').replaceAll('"text":', '').split(/\s+/).length).toBeLessThanOrEqual(120);
    }
  });
});
