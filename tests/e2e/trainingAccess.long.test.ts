import { expect } from 'vitest';
import { violations } from './axe.ts';
import { stillTest as test } from './browser.ts';
import { trainingCard } from './trainingCard.ts';

test('the training card keeps the rules of axe, and the page its width, before, during and after a run', async ({
  open,
}) => {
  const page = await open('', { bypassCSP: true, viewport: { width: 1440, height: 900 } });
  const card = await trainingCard(page);
  const clean = async (when: string, schemes: readonly ('dark' | 'light')[]): Promise<void> => {
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond, `${when}, ${width} pixels wide`).toBeLessThanOrEqual(0);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page, ['.training-card']), `${when}, ${colorScheme}, ${width} pixels wide`).toEqual([]);
      }
    }
  };
  await card.choose('aⁿbⁿ');
  await card.endless();
  await card.region.getByRole('checkbox', { name: /^Truncate backpropagation/ }).check();
  await clean('before', ['dark']);
  await card.button('Start').click();
  await card.region.getByRole('table').waitFor();
  await clean('during', ['dark', 'light']);
  expect(await card.button('Pause').count()).toBe(1);
  await card.button('Reset').click();
  await card.choose('Your own table');
  await card.button('Learn from this table').click();
  await card.region.getByRole('alert').waitFor();
  await card.region.getByRole('region', { name: 'Other runs' }).waitFor();
  await clean('after', ['light']);
});
