import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { many, sample } from '../setup/cases.ts';
import { address, stillTest as test } from './browser.ts';
import { drop } from './drop.ts';
import { editor, moment, panel, ready } from './instrument.ts';

const SENTENCE = 'the cat';
const LINK = `#text=${SENTENCE.replaceAll(' ', '+')}`;

const diagram = (page: Page) => page.locator('.diagram svg').getAttribute('aria-label');
const notice = (page: Page) => page.locator('.notice');

/** Visible text of the sequence and its numbers. */
const seen = async (page: Page) => [
  await diagram(page),
  await moment(page),
  await page.locator('.arithmetic h3').getAttribute('aria-label'),
];

/** Waits until the address has changed to this timestep; it follows the page with a delay. */
async function written(page: Page, before: string, t: string | undefined): Promise<void> {
  await expect.poll(() => page.url()).toMatch(new RegExp(`[#&]t=${t}(&|$)`));
  await expect.poll(() => page.url()).not.toBe(before);
}

async function textField(page: Page) {
  await editor(page, 'Text');
  return page.getByLabel('Text for the cell to read');
}

async function numbersField(page: Page) {
  await editor(page, 'Numbers');
  return page.getByLabel('One row per timestep');
}

/** Sets the text of a field at once, because a browser takes long to type much. */
const put = (field: Locator, text: string) =>
  field.evaluate((element, value) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

describe('text', () => {
  test('that is empty is refused or an empty sequence, in words beside the field, and the page goes on', async ({
    open,
  }) => {
    const page = await ready(await open(LINK));
    const field = await textField(page);
    await field.fill('');
    await expect.poll(() => page.locator('.text-input').innerText()).toMatch(/empty|nothing|at least|stays in use/i);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Forward one/ }).click();
    expect(await diagram(page)).toContain('LSTM');
    await (await textField(page)).fill('abc');
    await expect.poll(() => moment(page)).toMatch(/of 3/);
    expect(await page.locator('.text-input .fault').count()).toBe(0);
  });

  test.runIf(many)('of 200,000 characters is refused beside the field, and the sequence stays', async ({ open }) => {
    const page = await ready(await open(LINK));
    const before = await seen(page);
    const field = await textField(page);
    expect(await page.locator('.text-input').innerText()).toContain('At most 10,000 tokens');
    await put(field, 'lorem ipsum '.repeat(17_000));
    const fault = page.locator('.text-input .fault');
    await fault.waitFor();
    expect(await fault.innerText()).toMatch(/10,000[\s\S]*stays in use/);
    expect(await seen(page)).toEqual(before);
  });

  const texts = [
    ['emoji of several code points', '👩‍👩‍👧🇩🇪👍🏽', 3],
    ['letters with combining marks', 'e\u0301o\u0308\u0323n\u0303', 3],
    ['Hebrew', 'שלום עולם', 9],
    ['Arabic with vowel signs', 'مَرْحَبًا', 5],
    ['control characters and byte order marks', 'a\u0007b\u202Ec', null],
    ['markup', '<b onclick="x">&amp;', 20],
    ['a lone surrogate', 'a\uD800b', null],
    ['names that every object has', '__proto__', 9],
  ] as const;

  if (many)
    test('of any writing is cut as readers count, shown, and there after a reload', async ({ open }) => {
      const page = await ready(await open(LINK));
      for (const [what, text, count] of sample(texts)) {
        const linked = page.url();
        await (await textField(page)).fill(text);
        if (count !== null)
          await expect.poll(() => moment(page), { message: what }).toMatch(new RegExp(`of ${count},`));
        await page.keyboard.press('Escape');
        await page.keyboard.press('End');
        await expect.poll(() => diagram(page), { message: what }).toMatch(/timestep (\d+) of \1$/);
        const before = await diagram(page);
        await written(page, linked, /timestep (\d+)/.exec(before ?? '')?.[1]);
        await page.reload();
        await ready(page);
        expect(await diagram(page), what).toBe(before);
      }
    });

  test.runIf(many)('of words named like parts of every object gives each a column of its own', async ({ open }) => {
    const page = await ready(await open(LINK));
    await editor(page, 'Text');
    await page.locator('.text-input').getByRole('radio', { name: 'words' }).check({ force: true });
    await page.getByLabel('Text for the cell to read').fill('__proto__ constructor toString __proto__');
    await expect.poll(() => moment(page)).toMatch(/of 4,/);
    await expect.poll(() => page.locator('.vocabulary').innerText()).toContain('D = 3');
  });
});

describe('numbers', () => {
  const tables = [
    ['with an infinity', '1\t2\n3\tInfinity'],
    ['with ragged rows', 'a,b\n1,2\n3\n4,5,6'],
    ['with words among them', '1\n2\nthree'],
    ['that are too large', '1e400\n2'],
    ['that are not there', ''],
    ['in broken JSON', '[[1, 2], [3'],
    ['in JSON of another shape', '{"a": {"b": [1]}}'],
    ['in too many columns', `${'1,'.repeat(512)}1\n`.repeat(2)],
  ] as const;
  const questions = [
    ['with NaN', '1,2\nNaN,3\n4,5', /^Row 2, column “.+” holds “NaN”: a missing value/],
    ['in too many rows', '1\n'.repeat(10_001), /10,001/],
  ] as const;

  test('that cannot be read are refused or asked about beside the field, and the sequence stays', async ({ open }) => {
    const page = await ready(await open(LINK));
    const before = await seen(page);
    const field = await numbersField(page);
    const fault = page.locator('.numbers-input .fault');
    for (const [what, text] of sample(tables)) {
      await put(field, '1,2');
      await expect.poll(() => fault.count(), { message: what }).toBe(0);
      await put(field, text);
      await page.getByRole('button', { name: 'Apply' }).click();
      await fault.waitFor();
      expect(await fault.innerText(), what).toMatch(/^[A-Z“].{15,300}\. The previous sequence stays in use\.$/s);
      expect(await seen(page), what).toEqual(before);
      expect(await field.inputValue(), what).toBe(text);
    }
    const question = page.locator('.numbers-input [role="group"] > [role="status"]');
    for (const [what, text, asked] of questions) {
      await put(field, '1,2');
      await expect.poll(() => question.count(), { message: what }).toBe(0);
      await put(field, text);
      await page.getByRole('button', { name: 'Apply' }).click();
      await expect.poll(() => question.innerText(), { message: what }).toMatch(asked);
      expect(await seen(page), what).toEqual(before);
      expect(await field.inputValue(), what).toBe(text);
    }
  });

  test.runIf(many)(
    'in a cell of a matrix that are none are refused beside it, and the value stays',
    async ({ open }) => {
      const page = await ready(await open(LINK));
      await panel(page, 'Weights');
      const cell = page.locator('.matrix-grid [tabindex="0"]');
      const before = await cell.innerText();
      for (const wrong of ['abc', '1e999', '--']) {
        await cell.focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type(wrong);
        await page.keyboard.press('Enter');
        await expect.poll(() => page.locator('.fault').allInnerTexts()).toHaveLength(1);
        await page.keyboard.press('Escape');
        expect(await page.locator('.matrix-grid [tabindex="0"]').innerText()).toBe(before);
      }
    },
  );
});

const png = [
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 1, 2, 0xff, 0xfe,
];

describe('a dropped file', () => {
  const files = [
    ['a picture', 'cat.png', png],
    ['an empty one', 'empty.csv', ''],
    ['JSON of another shape', 'other.json', '{"name": "gatescope", "version": "0.1.0"}'],
    ['broken JSON', 'broken.json', '{"format": "gatescope/view", "cell":'],
    ['a view of an unknown version', 'new.json', '{"format": "gatescope/view", "version": 99}'],
    ['parameters of no cell', 'p.json', '{"format": "gatescope/parameters", "version": 1, "cell": "__proto__"}'],
    ['a hostile tape', 't.json', '{"format": "gatescope/tape", "__proto__": {"polluted": true}}'],
    ['deep nesting', 'deep.json', '['.repeat(20_000)],
  ] as const;

  test('that cannot be read is named and refused in a sentence, and everything stays', async ({ open }) => {
    const page = await ready(await open(LINK));
    const before = await seen(page);
    const outcome = page.getByRole('complementary', { name: 'Opened file' });
    for (const [what, name, bytes] of sample(sample(files))) {
      await drop(page, name, bytes);
      await outcome.waitFor();
      expect(await outcome.innerText(), what).toMatch(
        new RegExp(`${name.replace('.', '\\.')} was not opened; everything stays as it was\\. .{10,}`, 's'),
      );
      expect(await seen(page), what).toEqual(before);
      expect(await page.evaluate(() => 'polluted' in {}), what).toBe(false);
      await outcome.getByRole('button', { name: 'Dismiss' }).click();
      expect(await outcome.count(), what).toBe(0);
    }
  });
});

describe('a link', () => {
  const hostile = [
    '#v=99&cell=gru',
    '#v=nonsense',
    '#cell=<script>alert(1)</script>',
    '#cell=__proto__',
    '#preset=constructor',
    '#__proto__=1&constructor=2',
    '#options=__proto__:on,toString:off',
    '#weights=__proto__:1,2',
    '#initial=__proto__:1',
    '#signal=__proto__',
    '#z=garbage',
    '#z=!!!',
    `#text=${'x'.repeat(100_000)}`,
    '#units=1e9&seed=-1&t=NaN&done=Infinity&unit=-7',
    '#rows=NaN;1,2;x',
    '#text=%E0%A4%A&cell=%',
    '#hide=everything&theme=plaid&speed=1000',
  ];

  /** The notice says in a sentence what of a link is not used. */
  async function refused(page: Page, hash: string): Promise<void> {
    await notice(page).waitFor();
    const said = await notice(page).innerText();
    expect(said.length, hash).toBeLessThan(1200);
    expect(said, hash).toMatch(/[A-Z“][^\n]{15,}\./);
  }

  test('of any kind shows the page, and what of it cannot be used in a sentence', async ({ open }) => {
    const page = await open('about:blank');
    const empty = '#&&&===&';
    for (const hash of [empty, ...sample(sample(hostile))]) {
      await page.goto('about:blank');
      await page.goto(address(hash));
      await ready(page);
      expect(await diagram(page), hash).toMatch(/^Diagram of the .+ cell at timestep \d+ of \d+$/);
      if (hash !== empty) await refused(page, hash);
      await page.keyboard.press('End');
      await expect.poll(() => diagram(page), { message: hash.slice(0, 60) }).toMatch(/timestep (\d+) of \1$/);
    }
  });

  test('of a newer version still shows what this page understands', async ({ open }) => {
    const page = await ready(await open('#v=99&cell=gru&text=abc&newKey=1'));
    expect(await diagram(page)).toMatch(/GRU cell at timestep \d of 3/);
    expect(await notice(page).innerText()).toMatch(/version 99/);
  });

  test('that cannot be used, opened in a page that shows something, says so and leaves a page', async ({ open }) => {
    const page = await ready(await open(LINK));
    for (const hash of hostile) {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await expect.poll(() => notice(page).count(), { message: hash.slice(0, 60) }).toBe(1);
      await refused(page, hash);
      expect(await diagram(page)).toMatch(/^Diagram of the/);
    }
  });
});
