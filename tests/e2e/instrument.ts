import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** The shown moment as announced by the token strip: “timestep 2 of 7, the” (with a token in words); null without tokens. */
export const moment = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const token = document.querySelector('.sequence-card .timeline-token[aria-current]');
    const of = token?.closest('li')?.getAttribute('aria-setsize');
    return token?.getAttribute('aria-label')?.replace(',', ` of ${of},`) ?? null;
  });

/** Waits until an opened page has finished loading. */
export async function ready(page: Page): Promise<Page> {
  for (const part of ['.sequence-card .timeline-tokens', '.diagram svg', '.one-number h2', '.preset-line'])
    await page.locator(part).first().waitFor({ state: 'attached' });
  return page;
}

type Panel = 'Explain' | 'Equations' | 'Table' | 'Train' | 'Weights' | 'Units';

/** Opens a tab of the panel beside the diagram. */
export async function panel(page: Page, name: Panel): Promise<void> {
  await page.getByRole('tablist', { name: 'Panel' }).getByRole('tab', { name, exact: true }).click();
}

/** Opens or closes the View menu. */
export const view = (page: Page): Promise<void> => page.getByRole('button', { name: 'View', exact: true }).click();

/** Labels in the gallery for the fields of the reader's own sequence. */
const own = { Text: 'A text', Numbers: 'Numbers or a file', Draw: 'A curve to draw' } as const;

/** Opens the fields for the reader's own sequence. */
export async function editor(page: Page, kind: keyof typeof own): Promise<Locator> {
  const input = page.locator('.input-panel');
  if (await input.isVisible()) await input.getByRole('tab', { name: kind }).click();
  else {
    await page.getByRole('button', { name: 'Examples', exact: true }).click();
    await page.getByRole('button', { name: own[kind] }).click();
    await input.getByRole('tab', { name: kind, selected: true }).waitFor();
  }
  return input;
}

/**
 * Goes to a timestep by its token; the current token opens the editor of the sequence. A press during the first paint
 * may be lost, so it is made again until it has gone there.
 */
export async function goTo(page: Page, t: number): Promise<void> {
  const token = page.locator('.sequence-card').getByRole('button', { name: new RegExp(`^timestep ${t},`) });
  const isCurrent = async () => (await token.getAttribute('aria-current')) !== null;
  await expect
    .poll(async () => {
      if (!(await isCurrent())) await token.click();
      return isCurrent();
    })
    .toBe(true);
}

/** All numbers of the shown moment, from the table. */
export async function numbersOf(page: Page): Promise<string[]> {
  const table = page.getByRole('grid', { name: /Timestep \d+ of/ });
  if (!(await table.isVisible())) await panel(page, 'Table');
  await table.waitFor();
  return table.getByRole('gridcell').allTextContents();
}
