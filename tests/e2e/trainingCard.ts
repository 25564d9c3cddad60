import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { panel } from './instrument.ts';

/** The training card, with parts located as a reader finds them. */
export interface TrainingCard {
  readonly region: Locator;
  /** Button that starts, pauses and resumes; named for what it does next. */
  button(name: string): Locator;
  choose(task: string): Promise<void>;
  /** Types a number and confirms it. */
  set(label: string, value: number): Promise<void>;
  more(): Promise<void>;
  /** Opens the settings and sets more updates than any test waits for, so that no test races the end of the run. */
  endless(): Promise<void>;
  /** Number of updates so far. */
  updates(): Promise<number>;
  /** The share of right answers on fresh sequences, in percent: at first and now. */
  right(): Promise<readonly number[]>;
  /** Mean value of the most open unit of a gate: at first and now. */
  mostOpen(gate: string): Promise<readonly number[]>;
}

const numbersIn = (text: string | null, pattern: RegExp): readonly number[] =>
  [...(text ?? '').matchAll(pattern)].map(([, number]) => Number(number.replaceAll(',', '')));

/** Opens the card and chooses a task, unless it is null. */
export async function trainingCard(
  page: Page,
  task: string | null = 'Remember the first symbol',
): Promise<TrainingCard> {
  await panel(page, 'Train');
  const region = page.getByRole('region', { name: 'Training', exact: true });
  const more = () => region.getByText('More settings').click();
  const set = async (label: string, value: number): Promise<void> => {
    const field = region.getByRole('spinbutton', { name: label, exact: true });
    await field.fill(String(value));
    await field.press('Enter');
    await expect.poll(() => field.getAttribute('aria-valuenow')).toBe(String(value));
  };
  const button = (name: string): Locator => region.getByRole('button', { name, exact: true });
  const choose = async (label: string): Promise<void> => {
    await region.getByRole('combobox', { name: 'task' }).selectOption({ label });
  };
  if (task !== null) await choose(task);
  return {
    region,
    button,
    choose,
    set,
    more,
    async endless() {
      await more();
      await set('Updates', 1_000_000);
    },
    async updates() {
      const made = region.getByText(/^[\d,]+ (of [\d,]+ )?updates?$/).first();
      return numbersIn(await made.textContent(), /^([\d,]+)/g)[0];
    },
    async right() {
      const curve = region.getByRole('img', { name: /^Share of right answers/ });
      if ((await curve.count()) === 0) return [];
      return numbersIn(await curve.getAttribute('aria-label'), /([\d.]+)\s% (?:at first|after)/g);
    },
    async mostOpen(gate) {
      const row = region.getByRole('table', { name: /^How open the gates are/ }).getByRole('row', { name: gate });
      return numbersIn(await row.getByRole('cell').last().textContent(), /([\d.]+)/g);
    },
  };
}
