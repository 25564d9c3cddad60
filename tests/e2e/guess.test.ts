import { expect } from 'vitest';
import { displayed } from '../../src/notation/number.ts';
import { first, many } from '../setup/cases.ts';
import { examined } from '../setup/examined.ts';
import { violations } from './axe.ts';
import { focused, stillTest as test } from './browser.ts';
import { moment, ready } from './instrument.ts';
import { coloursAhead, told } from './told.ts';

test.for(
  first([
    ['on a laptop', { viewport: { width: 1440, height: 900 } }],
    ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ] as const),
)('a stage waits for a guess, tells nothing before and compares afterwards, %s', async ([, screen], { open }) => {
  const options = { ...screen, reducedMotion: 'reduce' } as const;
  const page = await ready(await open('#v=1&preset=trained-parity-lstm&t=7&guess=on', options));
  const { timesteps } = await examined<{ timesteps: { signals: Record<string, number[]> }[] }>(
    ...(['values', '--preset', 'trained-parity-lstm', '--timestep', '8'] as const),
  );
  const value = displayed(timesteps[0].signals.f[0]);
  const question = page.getByRole('heading', { name: /what is the forget gate/ });
  await question.waitFor();
  expect(await told(page)).not.toContain(value);
  if (screen.viewport.width > 1000) expect(await coloursAhead(page, 'C')).toBe(0);
  // strips that show nothing ahead have nothing pale to explain
  expect(await told(page)).not.toContain('are pale');

  const before = await moment(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toBe('Your guess');
  await page.getByText('Answer the question to go on.').waitFor();
  expect(await question.evaluate((heading) => heading.getBoundingClientRect().top)).toBeGreaterThan(0);
  expect(await moment(page)).toBe(before);
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('not sure').check();
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText(`it is ${value}.`).waitFor();
  await expect.poll(() => moment(page)).toMatch(/^timestep 8/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Next: Input' }).click();
  await page.getByRole('heading', { name: /what is the candidate/ }).waitFor();

  // it goes away with the question
  await page.locator('.side-panel').getByLabel('Let me guess first').click();
  await page.keyboard.press('ArrowRight');
  await page.locator('.stage-bar .where', { hasText: /Input$/ }).waitFor();
});

test.runIf(many)('a diagram for another page asks for the stage shown where Share says so', async ({ open }) => {
  const link = '#v=1&preset=trained-parity-lstm&t=4&stage=forget';
  const page = await ready(await open(link, { viewport: { width: 1440, height: 900 } }));
  const asks = page.getByLabel('asks for a guess before every stage');
  const question = page.frameLocator('iframe').getByRole('heading', { name: /timestep 4 .*what is the forget gate/ });
  const share = (): Promise<void> => page.getByRole('button', { name: 'Share' }).click();
  await share();
  await asks.check();
  await question.waitFor();
  await expect
    .poll(() => page.locator('.embed-text textarea').inputValue())
    .toMatch(/done=0&amp;guess=on&amp;parts=diagram,transport,stages/);
  await page.getByLabel('stages', { exact: true }).uncheck();
  await expect.poll(() => asks.isChecked()).toBe(false);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'View' }).click();
  await page.getByLabel('Let me guess first').check();
  await page.keyboard.press('Escape');
  await expect.poll(() => moment(page)).toMatch(/^timestep 4/);
  await share();
  await expect.poll(() => asks.isChecked()).toBe(true);
  await question.waitFor();
});

test('a frame asks where its link says so, whichever parts it names', async ({ open }) => {
  const page = await open('embed.html#v=1&preset=trained-parity-lstm&t=4&done=0&guess=on&parts=diagram,transport');
  await page.getByRole('heading', { name: /timestep 4 .*what is the forget gate/ }).waitFor();
});

test('a guess stands beside the picture of a wide, low frame, and all of both is seen', async ({ open }) => {
  const page = await open('embed.html#v=1&preset=trained-parity-lstm&t=4&done=0&guess=on&parts=diagram,transport', {
    viewport: { width: 1024, height: 560 },
  });
  const guess = page.locator('.guess-first');
  await guess.waitFor();
  const boxOf = async (name: string) => {
    const box = await page.locator(name).first().boundingBox();
    return box ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  await expect.poll(async () => (await boxOf('.diagram svg')).width).toBeGreaterThan(500);
  const [picture, question, player] = await Promise.all(['.diagram svg', '.guess-first', '.transport'].map(boxOf));
  expect(question.x).toBeGreaterThanOrEqual(picture.x + picture.width);
  for (const { y, height } of [picture, question, player]) expect(y + height).toBeLessThanOrEqual(560);
});
