import type { Page } from 'playwright';

/** Everything that a page tells of values: its text, its names for a screen reader, its address. */
export const told = async (page: Page): Promise<string> =>
  [
    await page.locator('body').innerText(),
    await page.locator('body').ariaSnapshot(),
    await page.locator('body').innerHTML(),
    page.url(),
  ].join('\n');

/** The colours that the strip of a signal has right of the present timestep. */
export const coloursAhead = (page: Page, signal: string): Promise<number> =>
  page.locator(`.timeline-strip[data-signal="${signal}"] canvas`).evaluate((canvas: HTMLCanvasElement) => {
    const now = document.querySelector('.timeline-cursor')?.getBoundingClientRect();
    const box = canvas.getBoundingClientRect();
    if (!now) throw new Error('a timestep is shown');
    const from = Math.ceil(((now.right - box.left) / box.width) * canvas.width);
    if (from >= canvas.width) return 0;
    const data = canvas.getContext('2d')?.getImageData(from, 0, canvas.width - from, canvas.height).data ?? [];
    return data.filter((value, k) => k % 4 === 3 && value > 0).length;
  });
