import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { argumentsOf, fail, helpOption, helpText, optionRows, run } from './arguments.ts';
import { type EnginePage, evaluate, LIGHT } from './engines/engine.ts';
import { installed } from './engines/engines.ts';
import { complaintsOf, serve } from './engines/site.ts';
import { until } from './engines/user.ts';
import { act } from './monkey/actions.ts';
import { axeFaults, faultsOf, hasFocus } from './monkey/detectors.ts';
import { drawFrom } from './monkey/random.ts';

const MORE = 'npm run monkey -- --help lists the options.';
const PAGES = [
  'index.html',
  'embed.html#parts=diagram,transport,stages,equations,inspector,timeline',
  'lab.html',
  'index.html#v=1',
  'practice.html',
  'teach.html',
];
/** Number of actions between two checks with axe. */
const AXE = 100;

const options = [
  { name: 'count', value: 'number', sentence: 'The number of actions in each engine. Default: 1000.' },
  { name: 'seed', value: 'number', sentence: 'The seed, a whole number. Default: 1.' },
  { name: 'page', value: 'text', sentence: 'Only pages whose address contains this.' },
  { name: 'engine', value: 'name', sentence: 'chromium, firefox or webkit. Default: all that are installed.' },
  helpOption,
];

run(async () => {
  const { values } = argumentsOf(options, MORE, 'none');
  if (values.help) {
    const title =
      'Presses, types and drags at random in the built site, and reports what breaks. Run npm run build:site first.';
    console.log(helpText('npm run monkey -- --count 3000 --seed 7', { title, rows: optionRows(options) }));
    return;
  }
  const count = wholeOf(values.count ?? '1000', 'count');
  const seed = wholeOf(values.seed ?? '1', 'seed');
  // a page has the same seed with others and alone
  const pages = [...PAGES.entries()].filter(([, path]) => path.includes(values.page ?? ''));
  if (pages.length === 0) fail(`No page of ${PAGES.join(', ')} contains “${values.page}”.\n${MORE}`);
  const site = await serve({});
  let broken = 0;
  for (const engine of installed(values.engine, MORE)) {
    const faults = new Set<string>();
    let version = engine.name;
    let done = 0;
    for (const [n, path] of pages) {
      const page = await engine.launch(LIGHT);
      version = page.version;
      const roaming = { page, path, address: new URL(path, site.address).href, seed: seed + n };
      done += await roam(roaming, Math.ceil(count / pages.length), faults).finally(() => page.close());
    }
    broken += faults.size;
    console.log(`${version}: ${done} actions, ${faults.size} kinds of fault`);
  }
  await site.close();
  if (broken > 0) process.exitCode = 1;
});

interface Roaming {
  readonly page: EnginePage;
  readonly path: string;
  readonly address: string;
  readonly seed: number;
}

/**
 * Acts at random on a page and returns the number of actions. Prints each kind of fault that is new, with the action that
 * caused it; one that ends the run is the last.
 */
async function roam(roaming: Roaming, count: number, faults: Set<string>): Promise<number> {
  const { page, path, address, seed } = roaming;
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  const draw = drawFrom(seed);
  let where = `${path}, seed ${seed}`;
  const report = (fault: string): void => {
    const kind = fault.replace(/\d+(\.\d+)?/g, '#');
    if (faults.has(kind)) return;
    faults.add(kind);
    console.log(`${page.version}, ${where}: ${fault}`);
  };
  /** The time at which the present document began. */
  const began = () => evaluate(page, () => performance.timeOrigin);
  const shown = () => until(page, 'the page', () => document.querySelector('#root > *') !== null, null);
  /**
   * Looks at the page. The history may lead to another document of it, even while one looks, and that is blank until its
   * scripts have run.
   */
  const settled = async <T>(origin: number, look: () => Promise<T>): Promise<T> => {
    const seen = (await began()) === origin ? await look() : null;
    if (seen && (await began()) === origin) return seen;
    await shown();
    return look();
  };
  const enter = async (): Promise<void> => {
    // a navigation through the history may still be pending
    await page.go(address).catch(() => sleep(1000).then(() => page.go(address)));
    await shown();
  };
  /** Performs the action with this number, and looks at what it did. */
  const step = async (k: number): Promise<void> => {
    where = `${path} action ${k}, seed ${seed}`;
    let origin = 0;
    try {
      origin = await began();
      // Tab may have led to the browser's own controls, and a page in the background moves no focus
      const focused = (await hasFocus(page)) && (await evaluate(page, () => document.hasFocus()));
      const what = await act(page, draw);
      where = `${path} action ${k} (${what}), seed ${seed}`;
      if (!(await evaluate(page, () => location.href)).startsWith(address.split('#')[0])) return await enter();
      const faults = await settled(origin, () => faultsOf(page));
      for (const complaint of await complaintsOf(page)) if (!complaint.startsWith('warn')) report(complaint);
      for (const fault of faults) report(fault);
      // Tab also leaves the page, at its first and last control
      if (focused && /^key (?!.*Tab)/.test(what) && !(await hasFocus(page))) {
        await sleep(400);
        if (!(await hasFocus(page)) && (await began()) === origin) report(`focus is lost by ${what}`);
      }
      if (k % AXE === AXE - 1) for (const fault of await axeFaults(page, axe)) report(fault);
    } catch (error) {
      // an action may go back in the history and leave the page
      await sleep(300);
      if (origin !== 0 && (await began().catch(() => null)) === origin) throw error;
      await enter();
    }
  };
  let k = 0;
  try {
    await page.resize(1440, 900);
    await enter();
    for (; k < count; k++) {
      await step(k);
      if (k % AXE === AXE - 1) console.log(`${page.version}, ${path}, seed ${seed}: ${k + 1} actions`);
    }
  } catch (error) {
    report(`the run ended: ${(error as Error).message}`);
  }
  return k;
}

function wholeOf(text: string, name: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : fail(`--${name} is “${text}”; it must be a whole number.\n${MORE}`);
}
