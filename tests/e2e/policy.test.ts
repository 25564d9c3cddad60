import { expect } from 'vitest';
import { address, test } from './browser.ts';

// The fixture fails the test where the console warns: a breach of the content security policy is such a message.
test('the page loads under its own policy and draws the cell', async ({ open }) => {
  const page = await open();
  await page.getByRole('button', { name: /^Forward one/ }).waitFor();
  expect(await page.locator('svg [data-signal="f"]').count()).toBeGreaterThan(0);
  expect(await page.getByText('If this page stays empty').isVisible()).toBe(false);
});

test('the policy is in force: what lies outside is refused and reported', async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto(address('embed.html'));
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
        new Image().src = 'http://127.0.0.1:9/outside.png';
      }),
  );
  expect(refused).toBe('img-src');
  await page.close();
});
