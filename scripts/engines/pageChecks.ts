import { faultsOf } from '../monkey/detectors.ts';
import type { Check } from './check.ts';
import { type EnginePage, evaluate } from './engine.ts';
import { click, clickNamed, type, until, waitFor } from './user.ts';

const WIDTHS = [320, 390, 1024, 1440] as const;
const VIEW = 'index.html#v=1&cell=lstm&units=3&seed=5&text=hello';

/** Throws a sentence with the first fault of the page at each of these widths. */
async function faultless(page: EnginePage): Promise<void> {
  for (const width of WIDTHS) {
    await resize(page, width);
    const [fault] = await faultsOf(page);
    if (fault) throw new Error(`${fault} (${width} pixels wide)`);
  }
  await resize(page, 1440);
}

async function resize(page: EnginePage, width: number): Promise<void> {
  await page.resize(width, 900);
  await until(page, `a window of ${width} pixels`, (width) => innerWidth === width, width);
}

/** Opens a page and waits for an element of it. */
async function open(page: EnginePage, address: string, selector: string): Promise<void> {
  await page.go('about:blank');
  await page.go(address);
  await until(page, selector, (selector) => document.querySelector(selector) !== null, selector);
}

const labelHas = (page: EnginePage, part: string) =>
  until(
    page,
    `“${part}”`,
    (part) => !!document.querySelector('.diagram svg')?.getAttribute('aria-label')?.includes(part),
    part,
  );

/** All numbers of the moment shown, from the table. */
async function tableOf(page: EnginePage): Promise<readonly string[]> {
  await clickNamed(page, 'Table', '[role="tab"]');
  return waitFor('the table', () =>
    evaluate(page, () => {
      const cells = [...document.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent ?? '');
      return cells.length > 0 ? cells : null;
    }),
  );
}

export const pageChecks: readonly Check[] = [
  {
    name: 'Explore: a typed sentence, steps, RNN, LSTM and GRU, undo',
    run: async (page, site) => {
      await open(page, site + VIEW, '.timeline-token');
      await clickNamed(page, 'Edit text', 'button');
      await click(page, 'textarea');
      await page.press('Control+a');
      await type(page, 'a cat sat');
      await labelHas(page, ' of 9');
      await page.press('Escape');
      await clickNamed(page, 'timestep 3', '.timeline-token');
      await labelHas(page, 'timestep 3 of 9');
      const numbers = [await tableOf(page)];
      for (const cell of ['RNN', 'GRU', 'LSTM']) {
        await clickNamed(page, cell, 'label.segment');
        await labelHas(page, `${cell} cell`);
        await clickNamed(page, 'Forward one', 'button');
        numbers.push(await tableOf(page));
      }
      await clickNamed(page, 'Undo', 'button');
      await labelHas(page, 'GRU cell');
      await page.press('Control+z');
      await labelHas(page, 'RNN cell');
      return numbers;
    },
  },
  {
    name: 'Explore: every panel, at 320, 390, 1024 and 1440 pixels',
    run: async (page, site) => {
      await open(page, site + VIEW, '.timeline-token');
      for (const panel of ['Equations', 'Table', 'Train', 'Weights', 'Units', 'Explain']) {
        await clickNamed(page, panel, '[role="tab"]');
        await faultless(page);
      }
      return null;
    },
  },
  {
    name: 'Explore: a sheet on a phone opens and closes',
    run: async (page, site) => {
      await page.resize(390, 844);
      await open(page, site + VIEW, '.diagram svg');
      const sheet = () => evaluate(page, () => document.querySelector('[popover]:popover-open') !== null);
      await clickNamed(page, 'View', 'button');
      await waitFor('the sheet', async () => ((await sheet()) ? true : null));
      const [fault] = await faultsOf(page);
      if (fault) throw new Error(fault);
      await page.press('Escape');
      await waitFor('its end', async () => ((await sheet()) ? null : true));
      await page.resize(1440, 900);
      return null;
    },
  },
  {
    name: 'Story: read to its end, a question answered',
    run: async (page, site) => {
      await open(page, `${site}index.html`, '.ask');
      await faultless(page);
      const chapters = await evaluate(page, () => document.querySelectorAll('.chapter-select option').length);
      const headings = () => evaluate(page, () => document.querySelectorAll('article h2').length);
      for (let k = 0; k < (await headings()); k++) {
        await evaluate(
          page,
          (k) => document.querySelectorAll('article h2')[k].scrollIntoView({ block: 'start', behavior: 'instant' }),
          k,
        );
        await until(page, 'the figure', () => document.querySelector('.diagram svg') !== null, null);
      }
      const read = await evaluate(page, () => location.hash.match(/learn=[a-z-]+/)?.[0] ?? null);
      // the menu of a narrow page, which names the chapter
      await resize(page, 320);
      for (let k = 0; k < chapters; k++) {
        await evaluate(
          page,
          (k) => {
            const menu = document.querySelector('.chapter-select') as HTMLSelectElement;
            menu.selectedIndex = k;
            menu.dispatchEvent(new Event('change', { bubbles: true }));
          },
          k,
        );
        const [fault] = await faultsOf(page);
        if (fault) throw new Error(`chapter ${k + 1}: ${fault}`);
      }
      await resize(page, 1440);
      await answer(page);
      return [chapters, read];
    },
  },
  {
    name: 'Practice: a question answered',
    run: async (page, site) => {
      await open(page, `${site}practice.html`, '.ask');
      await evaluate(page, () => localStorage.removeItem('gatescope-practice'));
      await faultless(page);
      await answer(page);
      await faultless(page);
      return null;
    },
  },
  ...(['lab.html', 'teach.html'] as const).map((path) => ({
    name: `${path === 'lab.html' ? 'Laboratory' : 'Teach'}: at 320, 390, 1024 and 1440 pixels`,
    run: async (page: EnginePage, site: string) => {
      await open(page, site + path, path === 'lab.html' ? '.memory-strips' : 'main h2');
      await faultless(page);
      return evaluate(page, () => document.querySelector('main')?.textContent ?? '');
    },
  })),
];

/** Answers the last question of choices that is on the page, without being sure. */
async function answer(page: EnginePage): Promise<void> {
  await evaluate(page, () => {
    const all = [...document.querySelectorAll('.ask')].filter((one) => one.querySelector('.ask-option'));
    all[all.length - 1]?.setAttribute('id', 'asked');
  });
  await click(page, '#asked .ask-option');
  await clickNamed(page, 'not sure', '#asked label');
  await clickNamed(page, 'Check', '#asked button');
  await until(page, 'the answer', () => !!document.querySelector('#asked .ask-verdict')?.textContent, null);
}
