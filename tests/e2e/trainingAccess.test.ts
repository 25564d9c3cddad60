import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { test } from './browser.ts';
import { trainingCard } from './trainingCard.ts';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What of the training card breaks a rule, one line a place. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (values) => {
    interface Result {
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    }
    const { axe } = window as unknown as { axe: { run(root: string, options: object): Promise<Result> } };
    const found = await axe.run('.training-card', {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }, RULES);
}

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
        expect(await violations(page), `${when}, ${colorScheme}, ${width} pixels wide`).toEqual([]);
      }
    }
  };
  await card.choose('aⁿbⁿ');
  await page.evaluate(axe);
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
