import { chromium as playwright } from 'playwright';
import { findChromium, launchOptions } from '../chromium.ts';
import type { Engine } from './engine.ts';

/** Chromium, driven by Playwright. */
export const chromium: Engine = {
  name: 'Chromium',
  missing: () => (findChromium() ? null : 'a Chromium on PATH or at $CHROMIUM'),
  launch: async ({ dark, still }) => {
    const browser = await playwright.launch(launchOptions());
    const page = await browser.newPage({
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: still ? 'reduce' : 'no-preference',
    });
    return {
      version: `Chromium ${browser.version()}`,
      go: async (address) => void (await page.goto(address)),
      run: (expression) => page.evaluate<string>(expression),
      point: (x, y) => page.mouse.move(x, y),
      hold: () => page.mouse.down(),
      release: () => page.mouse.up(),
      scroll: async (x, y, by) => {
        await page.mouse.move(x, y);
        await page.mouse.wheel(0, by);
      },
      press: (key) => page.keyboard.press(key),
      resize: (width, height) => page.setViewportSize({ width, height }),
      picture: () => page.screenshot(),
      close: () => browser.close(),
    };
  },
};
