import type { Browser, Page } from 'playwright';

/** Number of elements on the page. */
const COUNT = 30;
const CPU = 4;
/** Limit on the time until the first element answers a click, in milliseconds. */
const BUDGET = 2000;
const ROUNDS = 3;
const CELLS = ['lstm', 'gru', 'rnn', 'peephole', 'coupled'];

/** A page of a course with many elements, one below the other. */
const course = `<!doctype html><meta charset="utf-8"><title>Course</title>
<script type="module" src="./element/gate-diagram.js"></script><body>${Array.from(
  { length: COUNT },
  (_, k) =>
    `<gate-diagram cell="${CELLS[k % CELLS.length]}" text="banana" seed="${k + 1}" motion="off"></gate-diagram>`,
).join('')}`;

/** Measures a page with many elements: when the first can be used, how many are drawn by then, and what is left of all. */
export async function elements(browser: Browser, address: string): Promise<string> {
  const times: number[] = [];
  let drawn = 0;
  let heaps: readonly string[] = [];
  for (let k = 0; k < ROUNDS; k++) {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await page.route('**/course.html', (route) => route.fulfill({ contentType: 'text/html', body: course }));
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    await page.goto(`${address}course.html`, { waitUntil: 'commit' });
    await page.locator('gate-diagram').first().waitFor({ state: 'attached' });
    times.push(await answered(page));
    drawn = await page.evaluate(`${ALL}.filter((one) => one.shadowRoot?.querySelector('.diagram svg')).length`);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    heaps = [await heap(page, `for (const one of ${ALL}) one.remove()`), await heap(page, REINSERT)];
    await page.close();
  }
  const median = times.sort((a, b) => a - b)[ROUNDS >> 1].toFixed(0);
  return [
    `${COUNT} elements: the first answers at ${CPU}× CPU throttle after ${median} ms (budget ${BUDGET}), ${drawn} are drawn by then`,
    `heap once they are removed, and once ten more have come and gone: ${heaps.join(', ')} (goal: flat)`,
  ].join('\n');
}

const ALL = `[...document.querySelectorAll('gate-diagram')]`;
const REINSERT = `for (let k = 0; k < 10; k++) {
  const one = document.createElement('gate-diagram');
  document.body.append(one);
  await new Promise((done) => one.addEventListener('gates-ready', done));
  one.remove();
}`;

/** The time from navigation until a step of the first element is on the page, in milliseconds. */
const answered = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((done) => {
    let first;
    const look = () => {
      const tree = document.querySelector('gate-diagram')?.shadowRoot;
      const place = tree?.querySelector('output.where')?.textContent;
      first ??= place;
      if (place !== first) return done(performance.now());
      tree?.querySelector('button[aria-label^="Forward one"]')?.click();
      setTimeout(look, 20);
    };
    look();
  })`);

/** The heap after these statements, in megabytes. */
async function heap(page: Page, statements: string): Promise<string> {
  const bytes = await page.evaluate(`(async () => {
    ${statements}
    await new Promise((done) => setTimeout(done, 500));
    gc();
    gc();
    return performance.memory.usedJSHeapSize;
  })()`);
  return `${(Number(bytes) / 1e6).toFixed(1)} MB`;
}
