import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ChapterSelect } from '../../../src/app/learn/ChapterRail.tsx';
import story from '../../../src/app/learn/story.md?raw';
import { parseLesson } from '../../../src/lesson/parse.ts';
import '../../../src/theme/theme.css';
import '../../../src/app/learn/learn.css';

test('the menu of the chapters has room for every title of the story', async () => {
  await page.viewport(1024, 768);
  const { lesson } = parseLesson(story);
  await render(
    <div className="gatescope learn-page" data-theme="light">
      <ChapterSelect lesson={lesson} now={0} onGo={() => {}} />
    </div>,
  );
  const menu = document.querySelector('select') as HTMLElement;
  menu.style.display = 'block';
  menu.style.width = 'max-content';
  const most = menu.getBoundingClientRect().width;
  menu.style.maxWidth = 'none';
  expect(menu.getBoundingClientRect().width).toBeLessThanOrEqual(most);
});
