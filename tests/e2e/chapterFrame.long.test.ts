import { expect } from 'vitest';
import { violations } from './axe.ts';
import { address, test } from './browser.ts';
import { ready } from './instrument.ts';

const CHAPTER = 'embed.html#learn=a-counter-in-the-cell-state&lesson=lessons/counting.md&theme=dark';

test('a chapter is read, stepped and answered in a sandboxed frame of another page', async ({ open }) => {
  const page = await open('index.html#learn=&lesson=lessons/counting.md', {
    viewport: { width: 1000, height: 800 },
    reducedMotion: 'reduce',
  });
  // the text that the lesson offers to a teacher
  await page.getByRole('button', { name: 'Share' }).click();
  // the header has a menu of the chapters, too
  await page
    .getByRole('dialog')
    .getByRole('combobox', { name: 'Chapter' })
    .selectOption({ label: '2. A counter in the cell state' });
  const markup = await page.getByRole('textbox', { name: 'Text for a course page' }).inputValue();
  const host = `<!doctype html><title>Course</title>${markup.replace('<iframe', '<iframe sandbox="allow-scripts allow-forms"')}`;
  await page.route('**/course.html', (route) => route.fulfill({ body: host, contentType: 'text/html' }));
  await page.goto(new URL('course.html', page.url()).href);
  const frame = page.frameLocator('iframe');
  const shown = () => frame.getByRole('region', { name: 'Figure' }).locator('output').innerText();

  // this chapter, and no other
  await frame.getByRole('heading', { name: 'A counter in the cell state' }).waitFor();
  expect(await frame.getByRole('heading', { level: 2 }).count()).toBe(1);
  expect(await frame.getByRole('navigation').count()).toBe(0);
  await expect.poll(shown).toContain('t = 6 of 22');
  const explore = frame.getByRole('link', { name: 'Take this into Explore →' });
  await expect.poll(() => explore.getAttribute('href')).toMatch(/done=\d/);

  // its question
  const ask = frame.locator('.ask');
  await ask.getByLabel('Your guess as a number').fill('0.5');
  await ask.getByRole('radio', { name: 'not sure' }).check({ force: true });
  await ask.getByRole('button', { name: 'Check' }).click();
  await expect.poll(() => ask.getByRole('status').innerText()).toMatch(/it is \S+\./);
  await expect.poll(() => explore.getAttribute('href')).not.toContain('done=');

  // its figure
  await frame.getByRole('button', { name: /^Forward one/ }).click();
  await expect.poll(shown).toContain('t = 7 of 22');
  const whole = await frame.getByRole('link', { name: 'Open the lesson in Gatescope' }).getAttribute('href');
  expect(whole).toBe('./index.html#learn=a-counter-in-the-cell-state&lesson=lessons/counting.md');

  // by itself, on a phone, and as the host's next address
  await page.setViewportSize({ width: 390, height: 640 });
  await page.goto(address(CHAPTER));
  await page.getByRole('heading', { name: 'A counter in the cell state' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.goto(address('embed.html#parts=transport'));
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await page.evaluate(() => {
    window.location.hash = 'learn=the-belt';
  });
  await page.getByRole('heading', { name: 'The belt' }).waitFor();
  // there is no room for Explore
  await page.setViewportSize({ width: 1000, height: 640 });
  const tab = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Take this into Explore →' }).click();
  await ready(await tab);
  await page.getByRole('heading', { name: 'The belt' }).waitFor();

  await page.goto('about:blank');
  await page.goto(address('embed.html#learn=the-strap'));
  await page.getByText('There is no chapter “the-strap”; the first one is shown instead.').waitFor();
});
