import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments, ensureChromium } from './chromium.ts';

/** Draws the README's picture from the built page: `npm run build:site && npm run picture`. */
const FILE = 'docs/picture.png';
const LINK = '#v=1&preset=trained-anbn-lstm&t=14&signal=C&unit=2&theme=light';

if (!existsSync('dist/index.html')) throw new Error('There is no built page: run `npm run build:site` first.');
const server = await preview({ preview: { host: '127.0.0.1', port: 4400 }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
try {
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The server did not say where it listens.');
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(address + LINK);
  await page.locator('.timeline canvas').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: FILE });
  console.log(FILE);
} finally {
  await browser.close();
  await server.close();
}
