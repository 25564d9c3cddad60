import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

export const WIDE = { viewport: { width: 1440, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

export const figure = (page: Page) => page.getByRole('region', { name: 'Figure' });
export const drawn = (page: Page) => figure(page).getByRole('group', { name: /^Diagram of the/ });
export const current = (page: Page) => page.getByRole('navigation', { name: 'Chapters' }).locator('[aria-current]');
export const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Gives every timestep of a strip a guess: up and on to the next. */
export async function drawByKeys(page: Page, ask: Locator): Promise<void> {
  const stops = ask.getByRole('slider');
  await stops.first().focus();
  for (let k = await stops.count(); k > 0; k--) {
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
  }
}

/** Draws a straight line over a strip with a finger, from one corner to the other. */
export async function drawByTouch(page: Page, area: Locator): Promise<void> {
  const box = await area.boundingBox();
  if (!box) throw new Error('the strip is not shown');
  const session = await page.context().newCDPSession(page);
  const at = (share: number) => [{ x: box.x + 2 + (box.width - 4) * share, y: box.y + 2 + (box.height - 4) * share }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const share of [0.3, 0.7, 1])
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Scrolls a chapter to the reading position. */
async function scrollTo(page: Page, title: string): Promise<void> {
  const heading = page.getByRole('heading', { name: title });
  await heading.evaluate((element) => {
    const covered = Number.parseFloat(getComputedStyle(element).scrollMarginTop);
    window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - covered);
  });
}

/**
 * Scrolls until a chapter is the one that is read. A reader goes on scrolling where a page that still loads moves what is
 * being read, so this does, too.
 */
export async function readOnTo(page: Page, title: string): Promise<void> {
  await expect
    .poll(async () => {
      await scrollTo(page, title);
      return current(page).innerText();
    })
    .toContain(title);
}
