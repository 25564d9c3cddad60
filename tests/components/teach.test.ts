import { readdirSync, readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Teach } from '../../src/app/teach/Teach.tsx';
import { parseLesson } from '../../src/lesson/parse.ts';

const page = renderToStaticMarkup(createElement(Teach));

test('the page for teachers names every lesson of the site by its title', () => {
  const linked = [...page.matchAll(/href="\.\/index\.html#learn=&amp;lesson=lessons\/(.+?)">(.+?)<\/a>/g)];
  const files = readdirSync('public/lessons').map((name) => {
    const { lesson } = parseLesson(readFileSync(`public/lessons/${name}`, 'utf8'));
    return [name, lesson.title];
  });
  expect(linked.map(([, name, title]) => [name, title]).toSorted()).toEqual(files.toSorted());
});
