import { readFileSync } from 'node:fs';
import { type Browser, type BrowserType, chromium, firefox, type LaunchOptions, webkit } from 'playwright';
import { preview } from 'vite';
import { argumentsOf, fail, helpOption, helpText, optionRows, run } from './arguments.ts';
import { launchOptions } from './chromium.ts';
import { act } from './monkey/actions.ts';
import { axeFaults, faultsOf, hasFocus } from './monkey/detectors.ts';
import { drawFrom } from './monkey/random.ts';

const MORE = 'npm run monkey -- --help lists the options.';
const engines: Readonly<Record<string, BrowserType>> = { chromium, firefox, webkit };
const PAGES = ['index.html', 'embed.html#parts=diagram,transport,stages,equations,inspector,timeline', 'lab.html'];
/** Number of actions between two checks with axe. */
const AXE = 100;

const options = [
  { name: 'count', value: 'number', sentence: 'The number of actions in each engine. Default: 1000.' },
  { name: 'seed', value: 'number', sentence: 'The seed, a whole number. Default: 1.' },
  { name: 'engine', value: 'name', sentence: 'chromium, firefox or webkit. Default: all that start.' },
  helpOption,
];

run(async () => {
  const { values } = argumentsOf(options, MORE, 'none');
  if (values.help) {
    const title =
      'Presses, types and drags at random in the built site, and reports what breaks. Run npm run build first.';
    console.log(helpText('npm run monkey -- --count 3000 --seed 7', { title, rows: optionRows(options) }));
    return;
  }
  const count = wholeOf(values.count ?? '1000', 'count');
  const seed = wholeOf(values.seed ?? '1', 'seed');
  const named = values.engine ?? 'every';
  if (named !== 'every' && !Object.hasOwn(engines, named)) fail(`There is no engine “${named}”.\n${MORE}`);
  const server = await preview({ preview: { host: '127.0.0.1', port: 4500 }, logLevel: 'error' });
  const address = server.resolvedUrls?.local[0] ?? fail('The server did not report its address.');
  let broken = 0;
  for (const [name, engine] of Object.entries(engines)) {
    if (named !== 'every' && named !== name) continue;
    const browser = await launched(name, engine);
    if (!browser) continue;
    const faults = await roam(browser, optionsOf(name).channel === undefined, address, count, seed);
    await browser.close();
    broken += faults.size;
    console.log(`${name}: ${count} actions, ${faults.size} kinds of fault`);
    for (const [fault, where] of faults) console.log(`  ${fault}\n    first ${where}`);
  }
  await server.close();
  if (broken > 0) process.exitCode = 1;
});

/** Keeps the system's media preferences, because a stock Firefox cannot override them. */
const AS_IT_IS = { colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null } as const;

/** Launch options of an engine: Playwright's own, or the Firefox at $FIREFOX over WebDriver BiDi. */
function optionsOf(name: string): LaunchOptions {
  if (name === 'chromium') return launchOptions();
  const { FIREFOX } = process.env;
  return name === 'firefox' && FIREFOX ? { channel: 'moz-firefox', executablePath: FIREFOX, timeout: 180_000 } : {};
}

/** A browser of this engine, or null with a message if none starts or it opens no window. */
async function launched(name: string, engine: BrowserType): Promise<Browser | null> {
  let browser: Browser | undefined;
  try {
    browser = await engine.launch(optionsOf(name));
    await (await browser.newContext(AS_IT_IS)).close();
    return browser;
  } catch (error) {
    await browser?.close();
    console.log(`${name}: not run, it does not start (${String((error as Error).message).split('\n')[0]})`);
    return null;
  }
}

/** Roams the pages in turn. Returns each kind of fault with the action that first caused it. */
async function roam(
  browser: Browser,
  bypassCSP: boolean,
  address: string,
  count: number,
  seed: number,
): Promise<Map<string, string>> {
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  const faults = new Map<string, string>();
  const share = Math.ceil(count / PAGES.length);
  for (const [n, path] of PAGES.entries()) {
    const draw = drawFrom(seed + n);
    const context = await browser.newContext({
      ...(bypassCSP && { bypassCSP }),
      ...AS_IT_IS,
      viewport: { width: 1440, height: 900 },
    });
    // tsx calls a helper to name functions, which does not exist in the page
    await context.addInitScript('globalThis.__name = (named) => named');
    const page = await context.newPage();
    let where = '';
    const report = (fault: string): void => {
      const kind = fault.replace(/\d+(\.\d+)?/g, '#');
      if (!faults.has(kind)) faults.set(kind, `${where}: ${fault}`);
    };
    page.on('pageerror', ({ message }) => report(`uncaught: ${message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') report(`console: ${message.text().slice(0, 160)}`);
    });
    const enter = async (): Promise<void> => {
      const there = new URL(path, address).href;
      // a navigation through the history may still be pending
      await page.goto(there).catch(() => page.waitForTimeout(1000).then(() => page.goto(there)));
      await page.locator('#root > *').first().waitFor();
    };
    await enter();
    for (let k = 0; k < share; k++) {
      where = `${path} action ${k}, seed ${seed}`;
      try {
        const focused = await hasFocus(page);
        const what = await act(page, draw);
        where = `${path} action ${k} (${what}), seed ${seed}`;
        if (!page.url().startsWith(new URL(path.split('#')[0], address).href)) {
          await enter();
          continue;
        }
        for (const fault of await faultsOf(page)) report(fault);
        // Tab also leaves the page, at its first and last control
        if (focused && /^key (?!.*Tab)/.test(what) && !(await hasFocus(page))) {
          await page.waitForTimeout(400);
          if (!(await hasFocus(page))) report(`focus is lost by ${what}`);
        }
        if (k % AXE === AXE - 1) for (const fault of await axeFaults(page, axe)) report(fault);
      } catch (error) {
        // an action may go back in the history and leave the page
        if (!/navigation|context was destroyed/i.test(String(error))) throw error;
        await enter();
      }
    }
    await context.close();
  }
  return faults;
}

function wholeOf(text: string, name: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : fail(`--${name} is “${text}”; it must be a whole number.\n${MORE}`);
}
