import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { many, sample } from '../setup/cases.ts';
import { perScheme, violationsInBoth } from './axe.ts';
import { stillTest as test } from './browser.ts';
import { moment, ready } from './instrument.ts';
import { holdBack } from './network.ts';

const NUMBER = /[+−-]?\d+(?:\.\d+)?/;
const numberIn = (text: string): number => Number((NUMBER.exec(text)?.[0] ?? 'none').replace('−', '-'));

const card = (page: Page) => page.getByRole('region', { name: 'Where they part' });
const stage = (page: Page, letter: string) => page.getByRole('region', { name: new RegExp(`^${letter}: `) }).first();

/** The sentence on the point at which the runs part, and its terms. */
async function reason(page: Page): Promise<{ sentence: string; shares: number[]; total: number }> {
  const sentence = await card(page).locator('.parting-sentence').innerText();
  const shares = await card(page).locator('.contribution .value').allInnerTexts();
  return {
    sentence,
    shares: shares.map(numberIn),
    total: numberIn(await card(page).locator('.total .value').innerText()),
  };
}

describe.each(
  sample([
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]),
)('at $width px', (viewport) => {
  test('a reader puts an LSTM beside a coupled one, goes to where they part, reads why, and sends the link', async ({
    open,
  }) => {
    const page = await ready(await open('#preset=trained-anbn-lstm&t=3', { viewport, bypassCSP: true }));
    await page.getByRole('button', { name: 'Compare with…' }).click();
    await page
      .getByRole('region', { name: 'Learned the same: aⁿbⁿ' })
      .getByRole('button', { name: /^Coupled/ })
      .click();
    for (const letter of ['A', 'B'])
      await expect.poll(() => stage(page, letter).locator('.badge').innerText()).toMatch(/^learned: aⁿbⁿ/);
    await page.getByText('Each cell uses the weights that it learned for aⁿbⁿ.').first().waitFor();
    // one transport moves both, in the pictures as they were drawn
    const drawn = await Promise.all(
      ['A', 'B'].map((one) => stage(page, one).locator('.diagram .scene').elementHandle()),
    );
    await page.keyboard.press('ArrowRight');
    for (const [letter, cell] of [
      ['A', 'LSTM'],
      ['B', 'Coupled'],
    ])
      await expect
        .poll(() => stage(page, letter).locator('.diagram svg').getAttribute('aria-label'))
        .toMatch(new RegExp(`${cell}.* at timestep 4 `));
    for (const picture of drawn) expect(await picture?.evaluate((element) => element.isConnected)).toBe(true);

    await page.getByRole('button', { name: /^they part at t = 1$/ }).click();
    await expect.poll(() => moment(page)).toMatch(/^timestep 1 of /);
    await expect
      .poll(() => reason(page).then(({ sentence }) => sentence))
      .toMatch(/^They part at t = 1 in the .*: .* in A, .* in B\.$/s);
    const { sentence, shares, total } = await reason(page);
    expect(shares.length).toBeGreaterThan(0);
    // the printed terms are said to make the difference, add up to it, and are sorted by size
    await card(page).getByRole('list', { name: 'What makes the difference, B − A:' }).waitFor();
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(total, 9);
    expect(shares.map(Math.abs)).toEqual(shares.map(Math.abs).toSorted((x, y) => y - x));
    await card(page).getByRole('button', { name: 'Next parting' }).click();
    await expect.poll(() => reason(page).then((now) => now.sentence)).not.toBe(sentence);
    const there = await reason(page);
    // a signal without a letter is named once, with its unit
    expect(there.sentence).toMatch(/ in unit \d of the kept memory: /);

    await expect.poll(() => page.url()).toContain('beside=preset=trained-anbn-coupled');
    const [, t] = /^timestep (\d+)/.exec((await moment(page)) ?? '') ?? [];
    await expect.poll(() => page.url()).toMatch(new RegExp(`[#&]t=${t}&.*signal=`));
    const friend = await open(new URL(page.url()).hash, { viewport, bypassCSP: true });
    await card(friend).locator('.parting-sentence').waitFor();
    await expect.poll(() => reason(friend)).toEqual(there);
    await expect.poll(() => moment(friend)).toBe(await moment(page));
    await friend.getByRole('button', { name: 'Save', exact: true }).click();
    const preview = friend.getByRole('img', { name: /^Preview/ });
    await expect.poll(() => preview.getAttribute('alt')).toMatch(/^Preview: LSTM at timestep/);
    await friend.getByRole('radio', { name: /^B: / }).check();
    await expect.poll(() => preview.getAttribute('alt')).toMatch(/^Preview: Coupled.* at timestep/);

    await page.getByRole('tab', { name: 'In common' }).click();
    // weights that were learned apart
    await page.getByText('Units with the same number need not do the same in both.').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByRole('button', { name: 'Compare with…' }).count()).toBe(1);
    await expect.poll(() => card(page).count()).toBe(0);
  });

  if (many)
    test('all of a comparison keeps the rules of axe', async ({ open }) => {
      const page = await open('#preset=trained-anbn-lstm&t=9&beside=preset=trained-anbn-coupled', {
        viewport,
        bypassCSP: true,
      });
      await card(page).locator('.parting-sentence').waitFor();
      for (const tab of ['Over time', 'Explain', 'Equations', 'In common']) {
        await page.getByRole('tab', { name: tab }).click();
        await page.waitForLoadState('networkidle');
        expect(await violationsInBoth(page, tab === 'Over time' ? undefined : ['.compare-panel']), tab).toEqual([]);
      }
      await page.getByRole('button', { name: 'Add a third…' }).click();
      await page.getByRole('region', { name: 'Another sequence' }).waitFor();
      expect(await violationsInBoth(page, ['dialog[open]'])).toEqual([]);
    });
});

test.runIf(many)('a run whose weights come only after the choices were closed is not put beside', async ({ open }) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=3', { viewport: { width: 1440, height: 900 } }));
  const deliver = await holdBack(page, '**/anbn-coupled-*');
  const weights = page.waitForResponse(/anbn-coupled-/);
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await page
    .getByRole('region', { name: 'Learned the same: aⁿbⁿ' })
    .getByRole('button', { name: /^Coupled/ })
    .click();
  await page.getByRole('button', { name: /^Random weights/ }).click();
  await stage(page, 'B').waitFor();
  deliver();
  await (await weights).finished();
  // what the weights would bring is brought before the browser is idle
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await stage(page, 'C').count()).toBe(0);
});

test.runIf(many)(
  'while comparing, the forget gate of one run is held open from where they part, then of both',
  async ({ open }) => {
    const at = { viewport: { width: 1440, height: 900 }, bypassCSP: true };
    const page = await open('#preset=trained-anbn-lstm&t=22&beside=preset=trained-anbn-coupled', at);
    await card(page).locator('.parting-sentence').waitFor();
    const answers = (on: Page, letter: string) =>
      on.locator(`.compare-tokens .answers[data-run="${letter}"]`).getByRole('listitem').allInnerTexts();
    const before = { A: await answers(page, 'A'), B: await answers(page, 'B') };
    await page.getByRole('button', { name: /^they part at t = 1$/ }).click();
    await stage(page, 'A').locator('.diagram .node[data-signal="f"]').focus();
    await page.keyboard.press('p');
    const editor = page.getByRole('dialog', { name: 'Intervention on f' });
    await editor.getByRole('radio', { name: 'A', checked: true }).waitFor();
    await editor.getByRole('button', { name: 'Apply' }).click();
    await page.keyboard.press('End');
    await expect.poll(() => answers(page, 'A')).not.toEqual(before.A);
    expect(await answers(page, 'B')).toEqual(before.B);
    const effects = page.locator('.pin-effect');
    await expect.poll(() => effects.innerText()).toMatch(/^A\s+Answer at 22: .* → .*\.$/);
    await expect.poll(() => stage(page, 'A').locator('.pin-mark .plate text').allTextContents()).toEqual(['held at 1']);
    expect(await stage(page, 'B').locator('.pin-mark').count()).toBe(0);
    await expect.poll(() => page.locator('.run-lines [data-run="A"] .free').count()).toBe(1);
    await expect
      .poll(() => page.url())
      .toMatch(/interventions=f=1@1\.\.&beside=preset=trained-anbn-coupled%26interventions=$/);

    await page.getByRole('button', { name: 'f held at 1', exact: true }).click();
    await editor.getByRole('radio', { name: 'all' }).check({ force: true });
    await editor.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => effects.innerText()).toMatch(/^A .*\.\s+B\s+Answer at 22: .*\.$/s);
    await expect.poll(() => page.locator('.pin-chip .run-letter').allInnerTexts()).toEqual(['A', 'B']);
    expect(await perScheme(page)).toEqual([]);
    const there = { A: await answers(page, 'A'), B: await answers(page, 'B') };
    await expect.poll(() => page.url()).toMatch(/interventions=f=1@1\.\.&beside=preset=trained-anbn-coupled$/);
    const friend = await open(new URL(page.url()).hash, at);
    await expect.poll(() => friend.locator('.pin-chip .run-letter').allInnerTexts()).toEqual(['A', 'B']);
    await expect.poll(async () => ({ A: await answers(friend, 'A'), B: await answers(friend, 'B') })).toEqual(there);

    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.pin-chip .run-letter').allInnerTexts()).toEqual(['A']);
    await page.getByRole('button', { name: 'Remove f held at 1', exact: true }).click();
    await expect.poll(() => answers(page, 'A')).toEqual(before.A);
    expect(await page.locator('.pin-chip').count()).toBe(0);
  },
);

test.runIf(many)('what two runs have learned is told within their stages, however long it is', async ({ open }) => {
  const page = await open('#preset=trained-agreement-far-lstm&beside=preset=trained-agreement-far-rnn', {
    viewport: { width: 1440, height: 900 },
  });
  for (const letter of ['A', 'B']) {
    const badge = stage(page, letter).locator('.badge');
    await badge.waitFor();
    const beyond = await badge.evaluate(
      (one) => one.getBoundingClientRect().right - (one.closest('.run-stage')?.getBoundingClientRect().right ?? 0),
    );
    expect(beyond).toBeLessThanOrEqual(0);
    expect(await badge.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  }
});

test('neither the controls nor the badge of a run cover its picture', async ({ open }) => {
  const page = await open('#cell=lstm&text=hello&beside=cell=gru', { viewport: { width: 1024, height: 768 } });
  for (const runs of ['AB', 'ABC']) {
    if (runs === 'ABC')
      await page.evaluate(() => {
        window.location.hash += ',cell=rnn';
      });
    await stage(page, runs.slice(-1)).locator('.diagram .bubble').first().waitFor();
    const covered = await page.locator('.run-stage').evaluateAll((stages) =>
      stages.flatMap((one) => {
        const boxes = (selector: string) => [...one.querySelectorAll(selector)].map((at) => at.getBoundingClientRect());
        return boxes('.diagram :is(.bubble, .node, .neighbour)').filter((drawn) =>
          boxes('.run-head > *, .badge').some(
            (over) =>
              over.left < drawn.right && drawn.left < over.right && over.top < drawn.bottom && drawn.top < over.bottom,
          ),
        );
      }),
    );
    expect(covered, runs).toEqual([]);
  }
});

test.runIf(many)('a longer sequence is stepped to its end, and the run that has ended says so', async ({ open }) => {
  const page = await open('#preset=trained-anbn-lstm&text=aabb&t=4&beside=text=aaaabbbb', {
    viewport: { width: 1440, height: 900 },
    bypassCSP: true,
  });
  await card(page).locator('.parting-sentence').waitFor();
  const label = (letter: string) => stage(page, letter).locator('.diagram svg').getAttribute('aria-label');
  const last = await label('A');
  expect(await page.getByText('ended at t = 4').count()).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.transport .where').innerText()).toMatch(/^t = 5 of 8/);
  await expect.poll(() => label('B')).toMatch(/ at timestep 5 /);
  expect(await label('A')).toBe(last);
  expect(await stage(page, 'A').locator('.run-end').innerText()).toBe('ended at t = 4');
  expect(await stage(page, 'B').locator('.run-end').count()).toBe(0);
  await expect.poll(() => page.getByRole('status').allTextContents()).toContain('A: ended at t = 4');
  await expect.poll(() => page.url()).toContain('t=5&');
  expect(await page.locator('.compare-tokens [data-run="A"] [aria-current]').count()).toBe(0);
  await page.getByRole('tab', { name: 'Explain' }).click();
  await page.locator('.each-run [data-run="A"] .run-end').waitFor();
  expect(await perScheme(page)).toEqual([]);
  await page.keyboard.press('End');
  await expect.poll(() => moment(page)).toMatch(/^timestep 8 of 8/);
  await page.getByRole('button', { name: 'Back to one cell' }).click();
  await expect.poll(() => moment(page)).toMatch(/^timestep 4 of 4/);
});
