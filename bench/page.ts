import { type Browser, chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { launchOptions } from '../scripts/chromium.ts';
import { createCell } from '../src/core.ts';
import { elements } from './elements.ts';
import { measureLoading } from './loading.ts';

/** Measures the built page as a reader uses it. Buttons are found by their names. */
export async function measurePage(report: (line: string) => void): Promise<void> {
  const server = await preview({ preview: { host: '127.0.0.1', port: 4600 }, logLevel: 'error' });
  const address = server.resolvedUrls?.local[0] ?? '';
  const options = launchOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...options.args, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });
  try {
    await measureLoading(browser, address, report);
    for (const page of ['index.html', 'embed.html']) report(await steps(browser, address, page));
    for (const measure of [threeCells, elements, playing, learning, heapAfterSwitches])
      report(await measure(browser, address));
    report(tapeMemory());
  } finally {
    await browser.close();
    await server.close();
  }
}

const forward = (page: Page) => page.getByRole('button', { name: /^Forward one/ }).first();

/** Opens a fresh page with a stand-in for the helper that tsx calls to name functions. */
async function freshPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript('globalThis.__name = (f) => f');
  return page;
}

async function opened(browser: Browser, address: string): Promise<{ page: Page }> {
  const page = await freshPage(browser);
  await page.goto(address);
  await forward(page).waitFor();
  return { page };
}

const STEP = '.transport button[aria-label^="Forward one"], .transport button[title^="Forward one"]';

/** Script time of a step. */
async function steps(browser: Browser, address: string, path: string): Promise<string> {
  const script = await scriptOf(STEP, browser, `${address}${path}#v=1&units=16&text=the+cat+sat+on+the+mat`);
  return `${path}: script of one step at H = 16: ${script} (budget 8)`;
}

/** The same with three cells side by side on a long sequence, and an intervention on it switched off and on. */
async function threeCells(browser: Browser, address: string): Promise<string> {
  const text = 'the+cat+sat+on+the+mat.+'.repeat(42).slice(0, 1000);
  const view = `${address}#v=1&units=16&text=${text}&t=400&interventions=f=1@300..&beside=cell=peephole,cell=coupled`;
  const step = await scriptOf(STEP, browser, view);
  const effect = await scriptOf('.pin-chip input', browser, view);
  return [
    `script of one step of three cells at H = 16, T = 1,000: ${step} (budget 16)`,
    `script until an intervention there shows its effect: ${effect} (budget 50)`,
  ].join('\n');
}

/**
 * Script time of a click: everything it renders synchronously, and all callbacks of the next frame. Measured inside the
 * page, so that the driver is not counted.
 */
async function scriptOf(control: string, browser: Browser, address: string): Promise<string> {
  const { page } = await opened(browser, address);
  await page.locator(control).first().waitFor();
  await page.waitForTimeout(1000);
  const times = await page.evaluate(async (selector) => {
    const found: number[] = [];
    for (let k = 0; k < 80; k++) {
      let first = 0;
      requestAnimationFrame(() => {
        first = performance.now();
      });
      const clicked = performance.now();
      document.querySelector<HTMLElement>(selector)?.click();
      await Promise.resolve();
      const rendered = performance.now() - clicked;
      const frame = await new Promise<number>((done) => {
        requestAnimationFrame(() => done(performance.now() - first));
      });
      found.push(rendered + frame);
      await new Promise((done) => setTimeout(done, 60));
    }
    return found;
  }, control);
  await page.close();
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.floor(share * (times.length - 1))].toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

async function playing(browser: Browser, address: string): Promise<string> {
  const { page } = await opened(browser, `${address}#v=1&units=16`);
  await page.getByRole('button', { name: /^Play/ }).first().click();
  const shown = await smoothness(page);
  await page.close();
  return `playing at H = 16: ${shown}`;
}

/** Measures the page during training: worker, curve, and diagram and strips with the current weights. */
async function learning(browser: Browser, address: string): Promise<string> {
  const { page } = await opened(browser, `${address}#v=1&cell=lstm&units=16`);
  await page.getByRole('tab', { name: 'Train', exact: true }).click();
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await start.click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await page.waitForTimeout(2000);
  const shown = await smoothness(page);
  await page.close();
  return `learning at H = 16: ${shown}`;
}

/** Counts frames and long tasks over five seconds. */
async function smoothness(page: Page): Promise<string> {
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
  return `${(frames / seconds).toFixed(0)} frames a second (goal 60), ${long} long tasks in 5 s (goal 0)`;
}

async function heapAfterSwitches(browser: Browser, address: string): Promise<string> {
  const { page } = await opened(browser, `${address}#v=1`);
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
