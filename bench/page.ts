import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments, findChromium } from '../scripts/chromium.ts';
import { createCell } from '../src/core.ts';

/** Measures the built page as a reader meets it. Buttons are found by their names. */
export async function measurePage(report: (line: string) => void): Promise<void> {
  const server = await preview({ preview: { host: '127.0.0.1', port: 4600 }, logLevel: 'error' });
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArguments, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });
  try {
    for (const measure of [firstPicture, steps, playing, heapAfterSwitches]) report(await measure(browser, address));
    report(tapeMemory());
  } finally {
    await browser.close();
    await server.close();
  }
}

const forward = (page: Page) => page.getByRole('button', { name: /^Forward one/ }).first();

/** A fresh page. tsx marks inner functions with a helper that pages do not have. */
async function freshPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript('globalThis.__name = (f) => f');
  return page;
}

async function opened(browser: Browser, address: string): Promise<{ page: Page; cdp: CDPSession }> {
  const page = await freshPage(browser);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.goto(address);
  await forward(page).waitFor();
  return { page, cdp };
}

async function scriptTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
}

/** From the start of the navigation to the first ribbon on screen, CPU throttled four times. */
async function firstPicture(browser: Browser, address: string): Promise<string> {
  const page = await freshPage(browser);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const look = (): void => {
      if (document.querySelector('svg [data-signal]')) requestAnimationFrame(() => performance.mark('first-picture'));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('first-picture').length > 0);
  const ms = await page.evaluate(() => performance.getEntriesByName('first-picture')[0].startTime);
  await page.close();
  return `first picture at 4× CPU throttle: ${ms.toFixed(0)} ms (goal 1,000)`;
}

async function steps(browser: Browser, address: string): Promise<string> {
  const { page, cdp } = await opened(browser, `${address}#v=1&units=16`);
  const times: number[] = [];
  for (let k = 0; k < 60; k++) {
    const before = await scriptTime(cdp);
    if (await forward(page).isDisabled())
      await page
        .getByRole('button', { name: /^To the start/ })
        .first()
        .click();
    await forward(page).evaluate((button) => (button as HTMLElement).click());
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    times.push((await scriptTime(cdp)) - before);
  }
  await page.close();
  times.sort((a, b) => a - b);
  return `script of one step at H = 16: p50 ${times[30].toFixed(1)} ms, p95 ${times[57].toFixed(1)} ms (goal 8, two frames included)`;
}

async function playing(browser: Browser, address: string): Promise<string> {
  const { page } = await opened(browser, `${address}#v=1&units=16`);
  await page
    .getByRole('button', { name: /^To the start/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Play/ }).first().click();
  const { frames, seconds, long } = await page.evaluate(
    () =>
      new Promise<{ frames: number; seconds: number; long: number }>((resolve) => {
        let frames = 0;
        let long = 0;
        new PerformanceObserver((list) => {
          long += list.getEntries().length;
        }).observe({ type: 'longtask' });
        const start = performance.now();
        const tick = (now: number): void => {
          frames++;
          if (now - start < 5000) requestAnimationFrame(tick);
          else resolve({ frames, seconds: (now - start) / 1000, long });
        };
        requestAnimationFrame(tick);
      }),
  );
  await page.close();
  return `playing at H = 16: ${(frames / seconds).toFixed(0)} frames a second (goal 60), ${long} long tasks in 5 s (goal 0)`;
}

async function heapAfterSwitches(browser: Browser, address: string): Promise<string> {
  const { page } = await opened(browser, address);
  const heap = (): Promise<number> =>
    page.evaluate(() => {
      const { gc } = window as unknown as { gc: () => void };
      gc();
      gc();
      return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6;
    });
  const switchCells = async (times: number): Promise<void> => {
    for (let k = 0; k < times; k++)
      await page
        .getByRole('radio', { name: k % 2 ? 'LSTM' : 'GRU', exact: true })
        .evaluate((cell) => (cell as HTMLElement).click());
  };
  await switchCells(10);
  const before = await heap();
  await switchCells(100);
  const after = await heap();
  await page.close();
  return `heap before and after 100 cell switches: ${before.toFixed(1)} MB, ${after.toFixed(1)} MB (goal: flat)`;
}

function tapeMemory(): string {
  const tape = createCell('lstm', { D: 16, H: 16 }).run(new Float64Array(160_000));
  return `tape of 10,000 timesteps at H = D = 16: ${(tape.data.byteLength / 1e6).toFixed(1)} MB (goal 64)`;
}
