import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { examined } from '../setup/examined.ts';
import { perScheme } from './axe.ts';
import { focused, stillTest as test } from './browser.ts';
import { goTo, panel, ready } from './instrument.ts';

const WIDE = { viewport: { width: 1440, height: 1000 } };

/** Waits for the entries of the map. */
async function mapOf(page: Page) {
  const region = page.getByRole('region', { name: 'Where is the memory?' });
  await region.getByRole('gridcell').first().waitFor();
  return {
    region,
    words: region.locator('.memory-words'),
    entry: (name: RegExp) => region.getByRole('gridcell', { name }),
    token: (t: number) => region.getByRole('columnheader', { name: new RegExp(`^timestep ${t},`) }),
  };
}

test('a reader changes the first symbol, sees that only C carries it, borrows it, and sends a link that shows the same', async ({
  open,
}) => {
  const page = await ready(await open('#preset=trained-remember-first-lstm', WIDE));
  await panel(page, 'Units');
  await page.getByRole('button', { name: 'Where is the memory?' }).click();
  await panel(page, 'Explain');
  const { region, words, entry, token } = await mapOf(page);
  await token(1).click();
  await region
    .getByRole('group', { name: 'Timestep 1 of the other run' })
    .getByRole('button', { name: 'C', exact: true })
    .click();
  await expect.poll(() => token(1).getAttribute('aria-label')).toBe('timestep 1, C, instead of D');
  await expect
    .poll(() => words.textContent())
    .toContain('At every timestep from 2 to 31 only the cell state C carries the difference');
  await expect.poll(() => words.textContent()).toContain('does not explain');
  await expect.poll(() => words.textContent()).toMatch(/Several units share the memory: .+ is \d+.% \(unit \d\)/);

  await entry(/^cell state C, timestep 16:/).click();
  const taken =
    'Taking only the cell state C of timestep 16 from the other run turns the answer at timestep 32 into “C”';
  await expect.poll(() => words.textContent()).toContain(taken);
  await expect.poll(() => page.locator('.where').textContent()).toContain('t = 16 of 32');
  await goTo(page, 32);
  await expect.poll(() => page.locator('.outputs .best').getAttribute('aria-label')).toMatch(/^C /);
  await expect.poll(() => page.url()).toMatch(/t=32\b.*interventions=C=other@16.*&other=C/);

  const friend = await open(new URL(page.url()).hash, WIDE);
  const there = await mapOf(friend);
  await expect.poll(() => there.words.textContent()).toBe(await words.textContent());
  await expect.poll(() => there.entry(/^cell state C, timestep 16:/).getAttribute('aria-selected')).toBe('true');
  await expect.poll(() => friend.locator('.outputs .best').getAttribute('aria-label')).toMatch(/^C /);

  await entry(/^cell state C, timestep 16:/).click();
  await goTo(page, 32);
  await expect.poll(() => page.locator('.outputs .best').getAttribute('aria-label')).toMatch(/^D /);
  await region.getByRole('button', { name: 'Remove the other run' }).click();
  await expect.poll(() => region.count()).toBe(0);
  await expect.poll(() => page.url()).not.toContain('other=');
});

test.runIf(many)('the map is gone through by key, opened unit by unit, and axe finds nothing', async ({ open }) => {
  const page = await ready(await open('#preset=trained-copy-gru&other=BADDC·····?????', WIDE));
  const { region, words, token } = await mapOf(page);
  expect(await perScheme(page, ['.memory'])).toEqual([]);
  await token(1).focus();
  await page.keyboard.press('c');
  await page.keyboard.press('C');
  await expect.poll(() => focused(page)).toBe('timestep 1, C, instead of D');
  await page.keyboard.press('Control+End');
  await expect.poll(() => focused(page)).toMatch(/^hidden state h, timestep \d+: /);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => words.textContent()).toContain('Taking only the hidden state h of timestep');
  await page.keyboard.press('Home');
  await expect.poll(() => focused(page)).toBe('hidden state h');
  await page.keyboard.press('Enter');
  await expect.poll(() => words.textContent()).toContain('Units of the hidden state h, one borrowed at a time.');
  const { H } = await examined<{ H: number }>('values', '--preset', 'trained-copy-gru');
  await expect.poll(() => region.getByRole('rowheader').count()).toBe(H);
});

describe('the page of a unit', () => {
  test.runIf(many)(
    'is reached from the search and from the unit shown, with the numbers that examine prints',
    async ({ open }) => {
      const page = await open('#preset=trained-anbn-lstm', WIDE);
      await panel(page, 'Units');
      await page.getByRole('button', { name: 'Search' }).click();
      const best = page.getByRole('list', { name: 'The closest units' }).getByRole('button').first();
      const [, unit] = /^cell state, unit (\d+)$/.exec((await best.locator('.hint').textContent()) ?? '') ?? [];
      await best.click();
      const about = page.getByRole('region', { name: 'About one unit' });
      await expect.poll(() => about.locator('strong').textContent()).toContain('cell state');

      await panel(page, 'Explain');
      await page.locator('.diagram [data-signal="C"]').first().click();
      await panel(page, 'Units');
      await page.getByRole('tab', { name: 'About one unit' }).click();
      interface Unit {
        readonly held: { readonly changed: number };
        readonly highest: readonly { readonly token: string }[];
        readonly follows: readonly { readonly label: string; readonly searched: number }[];
      }
      const said = await examined<Unit>('unit', '--preset', 'trained-anbn-lstm', '--signal', 'C', '--unit', unit);
      await expect.poll(() => about.textContent()).toContain(`${said.held.changed} of `);
      await expect
        .poll(() => about.textContent())
        .toContain(`It follows ${said.follows[0].label}: r = ${said.follows[0].searched.toFixed(2)}`);
      await expect
        .poll(() => about.locator('.moments').first().locator('mark').allTextContents())
        .toEqual(said.highest.map(({ token }) => token));
      expect(await perScheme(page, ['.search-panel'])).toEqual([]);
    },
  );
});

test.runIf(many)('at 1024 × 768 the open map leaves the picture readable', async ({ open }) => {
  const page = await open('#preset=trained-remember-first-lstm&t=9&other=Axzzzyxyyyzzxzxxxzxxzzxzyzyzxzz?', {
    viewport: { width: 1024, height: 768 },
  });
  await page.locator('.memory-words').waitFor();
  const cell = await page.locator('.stage-picture .diagram svg').boundingBox();
  expect(cell?.height).toBeGreaterThan(170);
  const words = await page.locator('.memory-words').boundingBox();
  expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(768);
});
