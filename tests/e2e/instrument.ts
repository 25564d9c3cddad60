import type { Locator, Page } from 'playwright';

/** The moment shown, as the token strip says it: “timestep 2 of 7, the” (with a token in words); null without tokens. */
export const moment = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const token = document.querySelector('.sequence-card .timeline-token[aria-current]');
    const of = token?.closest('li')?.getAttribute('aria-setsize');
    return token?.getAttribute('aria-label')?.replace(',', ` of ${of},`) ?? null;
  });

/** Waits for what an open page shows without being asked. */
export async function ready(page: Page): Promise<Page> {
  for (const part of ['.sequence-card .timeline-tokens', '.diagram svg', '.arithmetic', '.preset-line'])
    await page.locator(part).first().waitFor({ state: 'attached' });
  return page;
}

type Panel = 'Explain' | 'Equations' | 'Table' | 'Train' | 'Weights' | 'Units';

/** Opens a tab of the panel beside the diagram. */
export async function panel(page: Page, name: Panel): Promise<void> {
  await page.getByRole('tablist', { name: 'Panel' }).getByRole('tab', { name, exact: true }).click();
}

/** Opens what the View button shows, or the options of the cell; opened again it is closed. */
export const view = (page: Page): Promise<void> => page.getByRole('button', { name: 'View', exact: true }).click();

/** How the gallery calls the fields for a sequence of the reader's own. */
const own = { Text: 'A text', Numbers: 'Numbers or a file', Draw: 'A curve to draw' } as const;

/** The fields for a sequence of the reader's own. */
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

/** Goes to a timestep by its token; the current one leads to the editing of the sequence. */
export async function goTo(page: Page, t: number): Promise<void> {
  const token = page.locator('.sequence-card').getByRole('button', { name: new RegExp(`^timestep ${t},`) });
  if ((await token.getAttribute('aria-current')) === null) await token.click();
}

/** Every number of the moment shown, as the table gives it. */
export async function numbersOf(page: Page): Promise<string[]> {
  const table = page.getByRole('grid', { name: /Timestep \d+ of/ });
  if (!(await table.isVisible())) await panel(page, 'Table');
  await table.waitFor();
  return table.getByRole('gridcell').allTextContents();
}
