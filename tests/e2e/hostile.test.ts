import { pathToFileURL } from 'node:url';
import { describe, expect } from 'vitest';
import { watchRequests } from '../../scripts/quiet.ts';
import { sample } from '../setup/cases.ts';
import { address } from './browser.ts';
import { framed, frameTag, placeIn, test } from './host.ts';

const KEYS = 'cell=lstm&units=3&seed=5&text=banana&t=2';
/** Markup that runs where a text becomes markup, addresses that run where they are followed, and names of prototypes. */
const ATTACKS = [
  '<img src=x onerror=hit()>',
  '"><script>hit()</script>',
  'javascript:hit()',
  '__proto__',
  'constructor:1,__proto__:1',
  '\u0000',
  '9'.repeat(5000),
];
const NAMES = [
  'cell',
  'options',
  'units',
  'text',
  'rows',
  'columns',
  'weights',
  'head',
  'signal',
  'theme',
  'hide',
  'preset',
  'z',
  'interventions',
  'lock',
];

describe('a frame', () => {
  test('asks only for its own site’s code, on loading and on its first use, and stores nothing', async ({ host }) => {
    const asked: string[] = [];
    const page = await host('');
    page.on('request', (request) => asked.push(request.url()));
    const quiet = watchRequests(page);
    await page.evaluate((html) => {
      document.body.innerHTML = html;
    }, frameTag(KEYS));
    const frame = await framed(page);
    await quiet();
    const { origin } = new URL(address());
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([]);
    const use = async (): Promise<readonly string[]> => {
      const before = asked.length;
      await frame.getByRole('button', { name: 'To the start' }).click();
      await frame.getByRole('button', { name: 'Play' }).click();
      await frame.getByText('t = 2 of 6').waitFor();
      await frame.getByRole('button', { name: 'Pause' }).click();
      await frame.locator('.diagram [data-signal="f"][role="button"]').first().click();
      await frame.getByRole('slider', { name: /timestep/i }).press('End');
      await frame.getByRole('button', { name: 'Start over' }).click();
      await quiet();
      return asked.slice(before);
    };
    await frame.getByText('Colours').click();
    const onUse = await use();
    expect(onUse.filter((url) => !/^\/assets\/[\w-]+\.(js|css)$/.test(url.slice(origin.length)))).toEqual([]);
    expect(await use()).toEqual([]);
    const stored = await frame.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ]);
    expect(stored).toEqual([0, 0, '', 0, 0, 0]);
  });

  test('takes no command, neither from the page around it nor from a frame beside it', async ({ host }) => {
    const page = await host(`${frameTag(KEYS)}<iframe srcdoc="<p>Another</p>" title="Another"></iframe>`);
    const frame = await framed(page);
    const before = [await placeIn(frame), frame.url()];
    const messages = [
      { type: 'gates:goto', version: 1, t: 6 },
      { type: 'gates:open', link: 'cell=gru', __proto__: { polluted: true } },
      { subject: 'lti.frameResize', height: 'max' },
      { context: 'h5p', action: 'resize' },
      ...ATTACKS,
      null,
    ];
    await page.evaluate((messages) => {
      const [target, other] = [...document.querySelectorAll('iframe')].map(
        ({ contentWindow }) => contentWindow as Window & typeof globalThis,
      );
      for (const message of messages) {
        target.postMessage(message, '*');
        other.eval(`parent.frames[0].postMessage(${JSON.stringify(message)}, '*')`);
      }
    }, messages);
    // the frame answers after everything that was posted before
    await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect([await placeIn(frame), frame.url()]).toEqual(before);
    expect(await frame.evaluate(() => 'polluted' in {})).toBe(false);
  });

  test('runs nothing that its address carries, and shows a cell all the same', async ({ open }) => {
    const page = await open('embed.html#v=1');
    await page.evaluate(() =>
      Object.assign(globalThis, { hits: 0, hit: () => Object.assign(globalThis, { hits: 1 }) }),
    );
    for (const attack of sample(ATTACKS)) {
      const keys = NAMES.map((name) => `${name}=${encodeURIComponent(attack)}`).join('&');
      await page.evaluate((keys) => {
        location.hash = keys;
      }, keys);
      await page.getByRole('alert').first().waitFor();
      await page.locator('.diagram svg').waitFor();
      await page.getByRole('button', { name: 'Dismiss' }).first().click();
    }
    expect(await page.evaluate(() => [(globalThis as unknown as { hits: number }).hits, '1' in {}])).toEqual([
      0,
      false,
    ]);
  });

  test('says what is missing where it was opened as a file', async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL('dist/embed.html').href);
    await page.getByText('this page was opened as a file').waitFor();
    await page.close();
  });
});

test('an element runs nothing that its attributes carry, and shows a cell or a sentence', async ({ open }) => {
  const page = await open('examples/strict.html');
  await page.locator('.diagram svg').waitFor();
  const hit = await page.evaluate(
    async ([names, attacks]) => {
      let hit = false;
      Object.assign(globalThis, { hit: () => Object.assign(globalThis, { hitNow: true }) });
      for (const attack of attacks) {
        const element = document.createElement('gate-diagram');
        for (const name of names) element.setAttribute(name, attack);
        document.body.append(element);
        await new Promise((resolve) => element.addEventListener('gates-ready', resolve, { once: true }));
        hit ||= 'hitNow' in globalThis || Object.keys(Object.prototype).length > 0;
        element.remove();
      }
      return hit;
    },
    [NAMES, ATTACKS] as const,
  );
  expect(hit).toBe(false);
});
