import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { stillTest as test } from './browser.ts';
import { trainingCard } from './trainingCard.ts';

/** A file of 50 MB of zero bytes. */
function largeFile(name: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'large-')), name);
  writeFileSync(file, '');
  truncateSync(file, 50 * 2 ** 20);
  return file;
}

const WIDE = { viewport: { width: 1440, height: 1000 } };

test('settings that cannot work are refused with a suggestion, and what was typed stays', async ({ open }) => {
  const page = await open('', WIDE);
  const { region } = await trainingCard(page);
  for (const [label, typed, says] of [
    ['Batch', '0', /^0 is not between 1 and 256; Batch stays 32\. 32 is a good start\.$/],
    [
      'Learning rate',
      '1e9',
      /^1000000000 is not between 0\.000001 and 10; Learning rate stays 0\.005\. 0\.005 is a good/,
    ],
    ['Units', 'many', /^“many” is not a number; Units stays 8\. 8 is a good start\.$/],
    ['Gap', '2.5', /^2\.5 is not a whole number; Gap stays 20\. 20 is a good start\.$/],
  ] as const) {
    const field = region.getByRole('spinbutton', { name: label, exact: true });
    await field.fill(typed);
    await field.press('Tab');
    await expect.poll(() => region.getByRole('alert').textContent()).toMatch(says);
    expect(await field.inputValue()).toBe(typed);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.press('Escape');
    expect(await field.getAttribute('aria-invalid')).toBe('false');
  }
});

describe('data of the reader’s own', () => {
  const table = (row: (k: number) => string) =>
    ['time,height', ...Array.from({ length: 60 }, (_, k) => row(k))].join('\n');
  const wave = table((k) => `${k},${Math.round(100 * Math.sin(k / 3))}`);

  test('is refused in a sentence with a suggestion where nothing can be learned, and stays', async ({ open }) => {
    const page = await open('', WIDE);
    const card = await trainingCard(page);
    for (const [kind, given, says] of [
      [
        'text',
        'the cat sat on the mat',
        /^The text has 22 characters\. Windows of 25 timesteps need 130, because a fifth is held out\. Use a longer text, or take windows of 3 or fewer\.$/,
      ],
      ['text', 'a'.repeat(200), /^The text only repeats one character.* Choose another text\.$/],
      [
        'table',
        'a,b\n1,2\n3,4',
        /^There are 2 rows, of which a fifth is held out; at least 20 are needed\. Add rows\.$/,
      ],
    ] as const) {
      await card.choose(`Your own ${kind}`);
      const field = card.region.getByRole('textbox', { name: new RegExp(`^A ${kind} to learn from`) });
      await field.fill(given);
      await card.button(`Learn from this ${kind}`).click();
      await expect.poll(() => card.region.getByRole('alert').textContent()).toMatch(says);
      // also after switching to another task and back
      await card.choose('Parity');
      await card.choose(`Your own ${kind}`);
      expect(await field.inputValue()).toBe(given);
      expect(await card.region.getByRole('alert').textContent()).toMatch(says);
    }
  });

  const small = (name: string, content: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(content),
  });
  test('files that nothing can be learned from are refused by name, and what was typed stays', async ({ open }) => {
    const page = await open('', WIDE);
    const card = await trainingCard(page);
    for (const [kind, file, says] of [
      [
        'text',
        largeFile('novel.txt'),
        /^novel\.txt: The file has 50 MB; at most 5 MB are read\. Use only part of it\.$/,
      ],
      ['text', small('short.txt', 'too short'), /^short\.txt: The text has 9 characters\./],
      [
        'table',
        largeFile('series.csv'),
        /^series\.csv: The file has 50 MB; at most 16 MB are read\. Use only part of it\.$/,
      ],
      ['table', small('words.csv', 'a,b\n1,2\n3,many'), /^words\.csv: .*“many”, which is not a number/],
    ] as const) {
      await card.choose(`Your own ${kind}`);
      const field = card.region.getByRole('textbox', { name: new RegExp(`^A ${kind} to learn from`) });
      await field.fill('mine');
      const chooser = page.waitForEvent('filechooser');
      await card.region.getByText('Choose a file…').and(page.locator(':visible')).click();
      await (await chooser).setFiles(file);
      await expect.poll(() => card.region.getByRole('alert').textContent()).toMatch(says);
      expect(await field.inputValue()).toBe('mine');
    }
  });

  test('a text that is long enough is learned: the cell foretells its next character', async ({ open }) => {
    const page = await open('', WIDE);
    const card = await trainingCard(page);
    await card.choose('Your own text');
    await card.region.getByRole('textbox', { name: /^A text to learn from/ }).fill('the cat sat. '.repeat(30));
    await card.set('Window in timesteps', 12);
    await card.button('Learn from this text').click();
    await card.set('Learning rate', 0.02);
    await card.button('Start').click();
    await expect.poll(async () => (await card.right()).at(-1), { timeout: 120_000 }).toBeGreaterThanOrEqual(95);
  });

  test('a column of a table is predicted a row ahead, and another one can be chosen', async ({ open }) => {
    const page = await open('', WIDE);
    const card = await trainingCard(page);
    await card.choose('Your own table');
    await card.region.getByRole('textbox', { name: /^A table to learn from/ }).fill(wave);
    await card.button('Learn from this table').click();
    await card.region.getByText(/^Columns and rows/).click();
    const column = (name: string) => card.region.getByRole('radio', { name: `${name} is to be predicted` });
    await expect.poll(() => column('height').isChecked()).toBe(true);
    await card.button('Start').click();
    const curve = card.region.getByRole('img', { name: /^Mean squared error on held-out sequences/ });
    const errors = async (): Promise<readonly number[]> => {
      const said = (await curve.getAttribute('aria-label')) ?? '';
      return [/: ([\d.]+) at first, ([\d.]+) after/.exec(said) ?? []].flatMap(([, first, now]) => [
        Number(first),
        Number(now),
      ]);
    };
    await expect.poll(async () => (await errors())[1] / (await errors())[0], { timeout: 120_000 }).toBeLessThan(0.2);
    await column('time').check({ force: true });
    await expect
      .poll(() => card.region.getByRole('region', { name: 'Course of training' }).getByRole('status').textContent())
      .toMatch(/^Another task has been chosen\. The run of the LSTM on “Next value of height” rests/);
    await expect.poll(() => card.region.textContent()).toContain('predict “time” one row ahead');
  });
});
