import { expect, test } from 'vitest';
import { namesLesson } from '../../src/lesson/namesLesson.ts';

test('an address names a lesson by a chapter, a file or a text, and otherwise a view; an empty one the story', () => {
  for (const hash of ['', '#', '#learn=', '#lesson=lessons/counting.md', '#v=1&markdown=abc', '#text=abc&learn=x'])
    expect(namesLesson(hash), hash).toBe(true);
  for (const hash of ['#v=1', '#text=learn', '#text=abc&t=3', '#relearn=1', '#nolesson=a.md'])
    expect(namesLesson(hash), hash).toBe(false);
});
