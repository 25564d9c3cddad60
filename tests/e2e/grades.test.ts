import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { codeOf, readCode } from '../../src/grades/answerCode.ts';
import { packed } from '../../src/io/packing.ts';
import { questionOf } from '../../src/questions/make.ts';
import { many } from '../setup/cases.ts';
import { violations } from './axe.ts';
import { address } from './browser.ts';
import { stillTest as test } from './host.ts';

/** One question with options and one that asks for a value. */
const LESSON = `# Two questions

## One gate

\`\`\`view
cell=lstm
units=2
text=ab
t=1
?f
\`\`\`

The forget gate.

\`\`\`ask
idea=forget-gate
form=1
seed=7
\`\`\`
`;

/**
 * A page that keeps scores and states as Runestone's SpliceWrapper does: by the frame that sent the message, and the state
 * is given back as text from a database.
 */
const SCRIPT = `<script>
  window.heard = [];
  let saved = JSON.parse(sessionStorage.getItem('saved') ?? 'null');
  addEventListener('message', ({ data, source }) => {
    if (!String(data?.subject).startsWith('SPLICE.')) return;
    heard.push(data);
    if (data.subject === 'SPLICE.reportScoreAndState') sessionStorage.setItem('saved', JSON.stringify(data.state));
    if (data.subject === 'SPLICE.getState')
      source.postMessage({ subject: 'SPLICE.getState.response', message_id: data.message_id, state: saved }, '*');
  });
</script>`;

interface Heard {
  readonly subject: string;
  readonly activity_id: string;
  readonly score?: number;
}

const SCORE = 'SPLICE.reportScoreAndState';
const heard = (page: Page): Promise<readonly Heard[]> => page.evaluate('window.heard');
const subjects = async (page: Page) => (await heard(page)).map(({ subject }) => subject);
const scores = async (page: Page) =>
  (await heard(page)).filter(({ subject }) => subject === SCORE).map(({ score }) => score);

const frameOf = (path: string): string =>
  `${SCRIPT}<iframe title="Questions" width="1200" height="800" src="${address(path).replaceAll('&', '&amp;')}"></iframe>`;

async function commit(ask: Locator): Promise<void> {
  await ask.getByRole('radio', { name: 'not sure' }).check();
  await ask.getByRole('button', { name: 'Check' }).click();
}

const question = questionOf('forget-gate', 0, 7);
const right = question.options.findIndex(({ misconception }) => misconception === null);

describe('in a page that takes results', () => {
  test('a lesson reports the share of all its questions at each committed answer, and shows them at the next visit', async ({
    host,
  }) => {
    const path = `index.html#learn=&markdown=${await packed(LESSON)}`;
    const page = await host(frameOf(path), { reducedMotion: 'reduce' });
    const frame = page.frameLocator('iframe');
    const value = frame.locator('.ask', { hasText: 'going to be?' });
    const options = frame.locator('.ask', { hasText: question.ask });
    await value.getByLabel('Your guess as a number').fill('0.5');
    await options.locator('.ask-option').nth(right).click();
    await expect.poll(() => subjects(page)).toEqual(['SPLICE.getState']);
    await commit(options);
    await expect.poll(() => scores(page)).toEqual([0.5]);
    await options.getByText('Reported to the surrounding page: 1 of 2 right.').waitFor();
    expect(new Set((await heard(page)).map(({ activity_id }) => activity_id))).toEqual(new Set([address(path)]));
    await value.getByLabel('Your guess as a number').fill('0');
    await commit(value);
    await value.getByText('Reported to the surrounding page: 1 of 2 right.').waitFor();
    expect(await scores(page)).toEqual([0.5, 0.5]);

    await page.reload();
    await value.getByText('You said 0; it is').waitFor();
    expect(await options.locator('.ask-option').nth(right).getAttribute('data-state')).toBe('right');
    // the figure shows the value that was guessed
    await expect.poll(() => frame.locator('.into-explore').getAttribute('href')).not.toContain('done=');
    expect(await subjects(page)).toEqual(['SPLICE.getState']);
  });

  test.runIf(many)('a chapter in a frame of its own reports its questions alone', async ({ host }) => {
    const more = `${LESSON}\n## Another\n\n\`\`\`ask\nidea=output-gate-hides\nform=1\nseed=7\n\`\`\`\n`;
    const page = await host(frameOf(`embed.html#learn=one-gate&markdown=${await packed(more)}`));
    const ask = page.frameLocator('iframe').locator('.ask', { hasText: question.ask });
    await ask.locator('.ask-option').nth(right).click();
    await commit(ask);
    await ask.getByText('Reported to the surrounding page: 1 of 2 right.').waitFor();
    expect(await scores(page)).toEqual([0.5]);
  });

  test('a single question reports its own result', async ({ host }) => {
    const page = await host(frameOf('practice.html#idea=forget-gate&form=1&seed=7'));
    const ask = page.frameLocator('iframe').locator('.ask', { hasText: question.ask });
    await ask
      .locator('.ask-option')
      .nth((right + 1) % question.options.length)
      .click();
    await commit(ask);
    await ask.getByText('Reported to the surrounding page: 0 of 1 right.').waitFor();
    expect(await scores(page)).toEqual([0]);
    await page.reload();
    await ask.getByText('✗ The answer is').waitFor();
    expect(await ask.getByRole('button', { name: 'Check' }).count()).toBe(0);
  });

  test('a question that does not exist is named', async ({ open }) => {
    const page = await open('practice.html#idea=attention');
    await page.getByText('There is no idea “attention”.').waitFor();
    await page.goto(address('practice.html#idea=forget-gate&form=4'));
    await page.getByText('The form is “4”; it must be 1, 2 or 3.').waitFor();
  });
});

test('the page that lessons are put into says so where none is inside', async ({ open }) => {
  const page = await open('offline-lesson.html');
  await page.getByText('This page is empty. A lesson is put into it by “Save for SCORM 1.2”').waitFor();
});

describe('answer codes', () => {
  test('a teacher who comes from practice finds the address of the question, which students open folded', async ({
    open,
  }) => {
    const teacher = await open('practice.html');
    const ask = teacher.locator('.ask');
    await ask.locator('.ask-option').first().click();
    await commit(ask);
    await teacher.getByRole('link', { name: 'Ask a class this question' }).click();
    const address = teacher.getByLabel('Address for the class', { exact: true });
    await address.waitFor();
    const path = (await address.inputValue()).replace(/^.*(?=practice)/, '');
    expect(path).toMatch(/^practice\.html#idea=/);
    const student = await open(path);
    await student.getByText('Answers of a class').waitFor();
    expect(await student.getByLabel('Address for the class').count()).toBe(0);
    await teacher.goBack();
    await teacher.getByRole('heading', { name: 'Question 2' }).waitFor();
  });

  test('a student gets a code after an answer; a teacher pastes the chat and sees how a class answered', async ({
    open,
  }) => {
    const path = 'practice.html#idea=forget-gate&form=1&seed=7';
    const student = await open(path);
    const ask = student.locator('.ask');
    await ask.locator('.ask-option').nth(right).click();
    expect(await student.locator('.answer-code').count()).toBe(0);
    await commit(ask);
    const mine = await student.locator('.answer-code code').innerText();
    const of = readCode(mine)?.of ?? Number.NaN;
    expect(readCode(mine)).toMatchObject({ of, step: right, sure: false });

    const others = [1, 2, 3].map((nonce) => codeOf({ of, step: (right + 1) % 4, sure: true, nonce }));
    const foreign = codeOf({ of: of ^ 1, step: 0, sure: true, nonce: 4 });
    const typo = `${mine.slice(0, 7)}${mine.endsWith('Z') ? 'Y' : 'Z'}`;
    const teacher = await open(path);
    await teacher.getByText('Answers of a class').click();
    await teacher
      .getByLabel('Paste the whole chat')
      .fill(`Ada: ${mine}\nBen: is it ${others.join(', or ').toLowerCase()}?\n> ${mine}\nCy: ${foreign} ${typo}`);
    const classAddress = teacher.getByLabel('Address for the class', { exact: true });
    expect(await classAddress.inputValue()).toContain(path);
    await teacher.getByLabel('Public address of the site').fill('https://example.org/gates/');
    expect(await classAddress.inputValue()).toBe(`https://example.org/gates/${path}`);
    const status = teacher.locator('.class-answers').getByRole('status').last();
    await expect
      .poll(() => status.innerText())
      .toBe(
        `4 answers to this question. 1 code of other questions. More than once in the text, counted once: ${mine}. Not readable, perhaps mistyped: ${typo}.`,
      );
    const rows = await teacher.locator('.option-tally li').allInnerTexts();
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual(
      question.options.map(({ text }, k) => {
        const count = k === right ? '1 (0 sure)' : k === (right + 1) % 4 ? '3 (3 sure)' : '0';
        return `${text} ${count}`;
      }),
    );
    // the right answer is not told to a class that is still to discuss it
    expect(await teacher.locator('[data-state]').count()).toBe(0);
    expect(await violations(teacher)).toEqual([]);
  });

  test.runIf(many)(
    'a lesson has codes where its address asks for them, on the axis of a guessed value too',
    async ({ open }) => {
      const path = `index.html#learn=&markdown=${await packed(LESSON)}`;
      const page = await open(`${path}&codes=on`);
      const value = page.locator('.ask', { hasText: 'going to be?' });
      await value.getByLabel('Your guess as a number').fill('0.25');
      await commit(value);
      const code = await value.locator('.answer-code code').innerText();
      expect(readCode(code)).toMatchObject({ step: 25, sure: false });
      // the value is asked for after the text beside its view
      const [ofOptions, ofValue] = [page.locator('.class-answers').first(), page.locator('.class-answers').last()];
      await ofValue.getByText('Answers of a class').click();
      await ofValue.getByLabel('Paste the whole chat').fill(code);
      const tally = ofValue.getByRole('img', { name: 'Guesses: 1 from 0.25 to 0.30, 0 sure' });
      await tally.waitFor();
      const [whole, end] = [await tally.boundingBox(), await tally.getByText('0').first().boundingBox()];
      if (!whole || !end) throw new Error('the tally is drawn');
      expect(end.height).toBeLessThan(whole.height / 4);
      await ofOptions.getByText('Answers of a class').click();
      await ofOptions.getByText('The text contains no answers to this question. 1 code of other questions.').waitFor();
      const plain = await open(path);
      await plain.locator('.ask').first().waitFor();
      expect(await plain.locator('.class-answers').count()).toBe(0);
    },
  );
});

describe('a SCORM package', () => {
  test.runIf(many)(
    'is saved from the dialog of a lesson and plays in a learning system without the site: score, status, restored answers',
    async ({ open }) => {
      const page = await open(`index.html#learn=&markdown=${await packed(LESSON)}`);
      await page.locator('.ask').last().scrollIntoViewIfNeeded();
      await page.getByRole('button', { name: 'Share' }).click();
      const button = page.getByRole('button', { name: 'Save for SCORM 1.2' });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      expect(download.suggestedFilename()).toBe('two-questions-scorm.zip');
      const zip = readFileSync(await download.path());
      const files = unzipSync(zip);
      expect(Object.keys(files).sort()).toEqual(['imsmanifest.xml', 'index.html']);
      const manifest = strFromU8(files['imsmanifest.xml']);
      expect(manifest).toContain('<schemaversion>1.2</schemaversion>');
      expect(manifest).toContain('adlcp:scormtype="sco" href="index.html"');

      // the example of a player, at an address of its own
      const lms = await page.context().newPage();
      const asked: string[] = [];
      await lms.route('**/*', (route) => {
        const { pathname, host } = new URL(route.request().url());
        if (host === 'lms.example') return route.fulfill({ path: join('dist', pathname) });
        asked.push(route.request().url());
        return route.abort();
      });
      await lms.goto('http://lms.example/examples/scorm-player.html');
      const choose = () =>
        lms.locator('input').setInputFiles({ name: 'lesson.zip', mimeType: 'application/zip', buffer: zip });
      await choose();
      const value = (name: string): Promise<string> => lms.evaluate(`API.LMSGetValue('${name}')`);
      const frame = lms.frameLocator('iframe');
      const options = frame.locator('.ask', { hasText: question.ask });
      await options.locator('.ask-option').nth(right).click();
      await expect.poll(() => value('cmi.core.score.max')).toBe('100');
      expect([await value('cmi.core.score.raw'), await value('cmi.core.lesson_status')]).toEqual(['', 'incomplete']);
      await commit(options);
      await options.getByText('Reported to the surrounding page: 1 of 2 right.').waitFor();
      expect([await value('cmi.core.score.raw'), await value('cmi.core.lesson_status')]).toEqual(['50', 'incomplete']);
      // what leads to other pages of the site is not there
      expect(await frame.locator('a:not([href^="#learn="])').count()).toBe(0);

      await lms.reload();
      await choose();
      await expect.poll(() => options.locator('.ask-option').nth(right).getAttribute('data-state')).toBe('right');
      // below the reason of the first answer, the second question loads when the reader comes near
      await frame.getByRole('article').evaluate((article) => article.scrollIntoView({ block: 'end' }));
      const guess = frame.locator('.ask', { hasText: 'going to be?' });
      await guess.getByLabel('Your guess as a number').fill('0.5');
      await commit(guess);
      await guess.getByText('Reported to the surrounding page: 2 of 2 right.').waitFor();
      expect([await value('cmi.core.score.raw'), await value('cmi.core.lesson_status')]).toEqual(['100', 'completed']);
      await lms.getByText('The lesson reports: completed, 100 of 100 points').waitFor();
      expect(asked).toEqual([]);
    },
  );
});
