import type { Browser } from 'playwright';
import { type Asked, type Loading, loadingOf } from '../scripts/loading.ts';

/** Measured pages, each with the selector of the element that appears last. */
const pages = [
  { path: 'index.html', late: '.badge' },
  { path: 'index.html#v=1', late: '.timeline canvas' },
  { path: 'embed.html', late: '.diagram svg [role="button"]' },
] as const;

/** Limits on the number of requests before the picture answers and before the page is idle. */
const FILES = { live: 8, idle: 15 };

/** Throttled and unthrottled conditions with their limits until the first picture, in milliseconds. */
const conditions = [
  { name: '1.6 Mbit/s, 150 ms latency', network: { throughput: 1.6e6 / 8, latency: 150 }, budget: 2500 },
  { name: 'no network limits', network: null, budget: 1000 },
] as const;
const CPU = 4;
/** Number of loads; their median is printed. */
const ROUNDS = 5;

/**
 * Prints the time until the first cell is on screen, and until one is that answers its reader, and the requests until then, each with
 * its limit.
 */
export async function measureLoading(browser: Browser, address: string, report: (line: string) => void): Promise<void> {
  for (const { path, late } of pages) {
    for (const { name, network, budget } of conditions) {
      const loads: Loading[] = [];
      for (let k = 0; k < ROUNDS; k++) loads.push(await loaded(browser, `${address}${path}`, late, network));
      const first = spread(loads.map(({ firstPicture }) => firstPicture));
      const live = spread(loads.map((one) => one.live));
      const where = `${path}: at ${CPU}× CPU throttle, ${name}:`;
      report(`${where} first picture ${first} (budget ${budget}), live ${live}`);
    }
    const { beforeLive, beforeIdle } = await loaded(browser, `${address}${path}`, late, null);
    report(`${path}: before it is live ${asked(beforeLive)} (budget ${FILES.live})`);
    report(`${path}: before it is idle ${asked(beforeIdle)} (budget ${FILES.idle})`);
  }
}

/** The median of some times, and the least and the most. */
function spread(times: number[]): string {
  times.sort((a, b) => a - b);
  const [least, median, most] = [times[0], times[times.length >> 1], times[times.length - 1]].map((ms) =>
    ms.toFixed(0),
  );
  return `${median} ms, ${least} to ${most}`;
}

const asked = ({ requests, bytes }: Asked): string => `${(bytes / 1000).toFixed(0)} kB in ${requests} files`;

/** Loads a page once with an empty cache. */
async function loaded(
  browser: Browser,
  address: string,
  late: string,
  network: (typeof conditions)[number]['network'],
): Promise<Loading> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // tsx calls a helper to name functions, which does not exist in the page
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  if (network) {
    const { throughput, latency } = network;
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  const loading = await loadingOf(page, address, late);
  await context.close();
  return loading;
}
