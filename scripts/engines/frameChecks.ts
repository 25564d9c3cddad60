import { registry } from '../../src/cells/index.ts';
import type { Check } from './check.ts';
import { same } from './check.ts';
import { type EnginePage, evaluate } from './engine.ts';
import { click, clickNamed, type, until, waitFor } from './user.ts';

const LINK = 'v=1&cell=lstm&units=3&seed=5&text=hello&t=2';

/** Pages around a frame: one that lists its messages, and one in which it may not run scripts. */
export const framePages = {
  'around.html': {
    html: `<!doctype html><meta charset="utf-8"><title>Around</title><body>
<script>var messages = []; addEventListener('message', ({ data }) => messages.push(data));</script>
<iframe src="./embed.html#${LINK.replaceAll('&', '&amp;')}&amp;parts=diagram,transport,timeline" width="700" height="480"></iframe>`,
  },
  'no-script.html': {
    html: `<!doctype html><meta charset="utf-8"><title>No script</title><body>
<iframe sandbox="allow-same-origin" src="./embed.html" width="700" height="480"></iframe>`,
  },
};

/** Opens a frame in a window of its own, and waits until it is drawn. */
export async function openFrame(page: EnginePage, site: string, keys: string): Promise<void> {
  await page.go(`${site}embed.html${keys && `#${keys}`}`);
  await until(page, 'the diagram', (selector) => document.querySelector(selector) !== null, '.diagram svg');
}

/** The moment that the transport names: “t = 2 of 5 · Output”. */
const where = (page: EnginePage): Promise<string> =>
  evaluate(page, () => document.querySelector('.transport:not(.first-view *) output.where')?.textContent ?? '');

const whereIs = (page: EnginePage, moment: string) =>
  waitFor(`“${moment}”`, async () => ((await where(page)) === moment ? true : null));

/** Animations in the picture, other than fades from one state to the next. */
const moving = (page: EnginePage): Promise<number> =>
  evaluate(page, () => {
    const inPicture = (effect: AnimationEffect | null): boolean =>
      effect instanceof KeyframeEffect && !!effect.target?.closest('.diagram svg');
    return document.getAnimations().filter((one) => !(one instanceof CSSTransition) && inPicture(one.effect)).length;
  });

/** Everything that depends on values: colours and lengths of the picture, and the text of all parts. */
const drawnNow = (page: EnginePage): Promise<readonly string[]> =>
  evaluate(page, () => [
    ...[...document.querySelectorAll('.diagram svg *')]
      .map((one) => ['fill', 'stroke', 'height', 'd'].map((name) => one.getAttribute(name) ?? '').join(' '))
      .filter((drawn) => drawn.trim() !== ''),
    ...[...document.querySelectorAll('[data-part]')].map((part) => part.textContent ?? ''),
  ]);

/** The same once it rests: no code is on its way, and values have run to their places. */
export const shown = async (page: EnginePage): Promise<readonly string[]> => {
  let [before, since] = ['', Date.now()];
  return waitFor('a picture at rest', async () => {
    const drawn = await drawnNow(page);
    const now = drawn.join('\n');
    if (now !== before) [before, since] = [now, Date.now()];
    return Date.now() - since > REST ? drawn : null;
  });
};

/** Milliseconds without a change after which a picture rests. */
const REST = 1500;

export const frameChecks: readonly Check[] = [
  {
    name: 'frame: shows its picture',
    run: async (page, site) => {
      await openFrame(page, site, '');
      await until(page, 'the end of the first view', () => document.querySelector('.first-view') === null, null);
      return [await where(page), await shown(page)];
    },
  },
  {
    name: 'frame: steps and plays by pointer',
    run: async (page, site) => {
      await openFrame(page, site, `${LINK}&parts=diagram,transport`);
      await clickNamed(page, 'Forward one stage', 'button');
      await whereIs(page, 't = 3 of 5 · Forget');
      await clickNamed(page, 'Back one stage', 'button');
      await whereIs(page, 't = 2 of 5 · Output');
      await clickNamed(page, 'Play', 'button');
      await waitFor('a step of playing', async () => ((await where(page)).startsWith('t = 3') ? true : null));
      await clickNamed(page, 'Pause', 'button');
      await until(page, 'Play', () => document.querySelector('[aria-label="Play"]') !== null, null);
      await clickNamed(page, 'To the end', 'button');
      await whereIs(page, 't = 5 of 5 · Output');
      return shown(page);
    },
  },
  {
    name: 'frame: steps and plays by keys',
    run: async (page, site) => {
      await openFrame(page, site, `${LINK}&parts=diagram,transport`);
      await clickNamed(page, 'Forward one stage', 'button');
      await page.press('ArrowRight');
      await whereIs(page, 't = 3 of 5 · Input');
      await page.press('ArrowLeft');
      await whereIs(page, 't = 3 of 5 · Forget');
      await page.press('ArrowLeft');
      await whereIs(page, 't = 2 of 5 · Output');
      await page.press('Home');
      await whereIs(page, 't = 1 of 5 · start');
      await page.press('Space');
      await waitFor('a step of playing', async () => ((await where(page)) === 't = 1 of 5 · start' ? null : true));
      await page.press('Space');
      await until(page, 'Play', () => document.querySelector('[aria-label="Play"]') !== null, null);
      await page.press('End');
      await whereIs(page, 't = 5 of 5 · Output');
      return shown(page);
    },
  },
  {
    name: 'frame: a click on a switch leaves the keys to stepping',
    run: async (page, site) => {
      await openFrame(page, site, `${LINK}&parts=cell,diagram,transport`);
      await clickNamed(page, 'GRU', '[data-part="cell"] label.segment');
      await until(page, 'the GRU', () => /GRU/.test(document.querySelector('.diagram svg')?.ariaLabel ?? ''), null);
      const before = await where(page);
      await page.press('ArrowRight');
      await waitFor('a step', async () => ((await where(page)) !== before ? true : null));
      return where(page);
    },
  },
  {
    name: 'frame: reads a typed text',
    run: async (page, site) => {
      await openFrame(page, site, `${LINK}&parts=diagram,transport,input`);
      await clickNamed(page, 'Text', '[data-part="input"] [role="tab"]');
      await click(page, 'textarea');
      await page.press('Control+a');
      await type(page, 'a banana');
      await whereIs(page, 't = 1 of 8 · Output');
      return shown(page);
    },
  },
  {
    name: 'frame: a stage and a unit are chosen',
    run: async (page, site) => {
      await openFrame(page, site, `${LINK}&parts=diagram,transport,stages,inspector`);
      await clickNamed(page, '1 Forget', '[role="tab"]');
      await whereIs(page, 't = 2 of 5 · Forget');
      // a list of choices is opened by the system, beyond the reach of a driver
      await evaluate(page, () => {
        const select = document.querySelector<HTMLSelectElement>('[data-part="inspector"] select');
        if (select) select.value = '2';
        select?.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await until(
        page,
        'unit 3',
        () => /unit 3/.test(document.querySelector('[data-part="stages"]')?.textContent ?? ''),
        null,
      );
      return shown(page);
    },
  },
  {
    name: 'frame: stage=, motion=off and hotkeys=off',
    run: async (page, site) => {
      await openFrame(page, site, `${LINK}&stage=forget&motion=off&hotkeys=off&parts=diagram,transport`);
      same('the moment', await where(page), 't = 2 of 5 · Forget');
      await page.press('Tab');
      await page.press('ArrowRight');
      await clickNamed(page, 'Forward one stage', 'button');
      await whereIs(page, 't = 2 of 5 · Input');
      same('what moves', await moving(page), 0);
      return shown(page);
    },
  },
  {
    name: 'frame: tells its height to the page around',
    run: async (page, site) => {
      await page.go(`${site}around.html`);
      const heights = () =>
        evaluate(page, () => {
          const { messages } = window as unknown as {
            messages: { type?: string; subject?: string; height?: number }[];
          };
          return messages
            .filter(({ type, subject }) => type === 'gates:resize' || subject === 'lti.frameResize')
            .map(({ height }) =>
              typeof height === 'number' && height > 300 && height < 2000 ? 'fits' : String(height),
            );
        });
      return waitFor('both messages', async () => {
        const told = await heights();
        return told.length >= 2 ? [...new Set(told)] : null;
      });
    },
  },
  {
    name: 'frame: the picture without scripts',
    run: async (page, site) => {
      await page.go(`${site}no-script.html`);
      return waitFor('the picture', () =>
        evaluate(page, () => {
          const inside = document.querySelector('iframe')?.contentDocument;
          const image = inside?.querySelector<HTMLImageElement>('.waiting img');
          const words = inside?.querySelector<HTMLElement>('.waiting p');
          const seen = image?.complete && image.naturalWidth > 100 && image.checkVisibility({ opacityProperty: true });
          return seen && words?.checkVisibility() ? words.innerText.replace(/\s+/g, ' ').trim() : null;
        }),
      );
    },
  },
  {
    name: 'frame: dark, without motion, as the system asks',
    media: { dark: true, still: true },
    run: async (page, site) => {
      await openFrame(page, site, `${LINK}&parts=diagram,transport`);
      const [red] = await evaluate(page, () =>
        [...getComputedStyle(document.documentElement).backgroundColor.matchAll(/\d+/g)].map(Number),
      );
      const body = await evaluate(page, () => getComputedStyle(document.body).backgroundColor);
      const scheme = await evaluate(page, () => matchMedia('(prefers-color-scheme: dark)').matches);
      same('the preference for dark', scheme, true);
      await clickNamed(page, 'Play', 'button');
      await waitFor('a step of playing', async () => ((await where(page)).startsWith('t = 3') ? true : null));
      same('what moves', await moving(page), 0);
      return [red, body];
    },
  },
  {
    name: 'frame: 320 pixels without sideways scroll, every cell',
    run: async (page, site) => {
      await page.resize(320, 480);
      await openFrame(page, site, `${LINK}&parts=cell,diagram,transport,stages,equations,inspector,timeline`);
      for (const { id, name } of registry) {
        await evaluate(page, (id) => location.assign(location.hash.replace(/cell=\w+/, `cell=${id}`)), id);
        await until(
          page,
          name,
          (id) =>
            new URLSearchParams(location.hash.slice(1)).get('cell') === id &&
            document.querySelector('.diagram svg') !== null,
          id,
        );
        const beyond = await evaluate(page, () => document.documentElement.scrollWidth - innerWidth);
        if (beyond > 0) throw new Error(`${name} is ${beyond} pixels too wide`);
      }
      return null;
    },
  },
  {
    name: 'frame: every cell has the numbers of Chromium',
    run: async (page, site) => {
      const all: (readonly string[])[] = [];
      for (const { id } of registry) {
        await page.go('about:blank');
        await openFrame(
          page,
          site,
          `v=1&cell=${id}&units=3&seed=7&text=abca&parts=diagram,transport,stages,inspector,equations,timeline`,
        );
        for (const part of ['math', '.arithmetic', 'canvas'])
          await until(page, part, (part) => document.querySelector(part) !== null, part);
        for (let k = 0; k < 3; k++) {
          all.push([id, await where(page), ...(await shown(page))]);
          const before = await where(page);
          await clickNamed(page, 'Forward one', 'button');
          await waitFor('a step', async () => ((await where(page)) !== before ? true : null));
        }
      }
      return all;
    },
  },
  {
    name: 'frame: the strips are painted',
    run: async (page, site) => {
      await openFrame(page, site, `${LINK}&parts=diagram,timeline`);
      return waitFor('colours in every strip', () =>
        evaluate(page, () => {
          const all = [...document.querySelectorAll('canvas')];
          const painted = all.filter((canvas) => {
            const { width, height } = canvas;
            const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
            return data.some((value) => value > 0);
          });
          return all.length > 0 && painted.length === all.length ? all.length : null;
        }),
      );
    },
  },
];
