import type { Page } from 'playwright';
import { expect } from 'vitest';
import { stillTest as test } from './browser.ts';

/** The number of times that a text of a picture is laid out while something happens. */
async function textLayouts(page: Page, happens: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let found = 0;
  session.on('Tracing.dataCollected', ({ value }) => {
    found += value.filter(({ name }) => String(name) === 'SvgTextLayoutAlgorithm::Layout').length;
  });
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['blink'] } });
  await happens();
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await complete;
  return found;
}

test.for([
  ['Explore with three runs', '#cell=lstm&text=hello&step=timestep&t=1&beside=cell=gru,cell=rnn'],
  ['a frame', 'embed.html#text=hello&step=timestep&t=1'],
  ['a frame that shows gradients', 'embed.html#text=hello&step=timestep&t=1&shows=gradients'],
] as const)('a step in %s leaves the layout of all texts that do not change', async ([, path], { open }) => {
  const page = await open(path, { viewport: { width: 1440, height: 900 } });
  const forward = page.getByRole('button', { name: /^Forward one/ }).first();
  const at = (timestep: number) => page.locator(`.diagram svg[aria-label*=" at timestep ${timestep} "]`);
  await at(1).last().locator('.bubble').first().waitFor();
  // the first step fetches what only steps need
  await forward.click();
  await at(2).last().waitFor();
  const texts = await at(2).locator('text').count();
  const laidOut = await textLayouts(page, async () => {
    await forward.click();
    await at(3).last().waitFor();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  });
  // the token and its neighbours
  expect(laidOut).toBeGreaterThan(0);
  expect(laidOut).toBeLessThan(texts / 2);
});
