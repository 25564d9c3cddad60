import type { Frame, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { address } from './browser.ts';
import { framed, frameTag, placeIn, test } from './host.ts';

const KEYS = 'cell=lstm&units=3&seed=5&text=banana&t=2';
const START = `${KEYS}&done=0`;

/** Doubles of hosts that set the height of their frames, each of which knows one kind of message. */
const hosts = {
  'our own': "data?.type === 'gates:resize' && data.version === 1 ? data.height : null",
  'a learning system (LTI)': "data?.subject === 'lti.frameResize' ? data.height : null",
  'IMS’s form of LTI': "data?.subject === 'org.imsglobal.lti.frameResize' ? data.height : null",
  'the resizer of H5P': "data?.context === 'h5p' && data.action === 'resize' ? data.scrollHeight : null",
};
const resizer = (height: string): string => `<script>
  addEventListener('message', ({ data, source }) => {
    const height = ${height};
    const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === source);
    if (height !== null && frame) frame.style.height = height + 'px';
  });
</script>`;

describe('a frame in a page of another origin', () => {
  /** Pixels that the frame would scroll, that it leaves free below its content, and that the picture lacks in width or has in height for nothing. */
  const fit = (frame: Frame) =>
    frame.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      const bottoms = [...document.querySelectorAll('.gate-diagram > :is(section, footer)')].map(
        (part) => part.getBoundingClientRect().bottom,
      );
      const svg = document.querySelector<SVGSVGElement>('.diagram svg');
      const { width = 0, height = 1 } = svg?.viewBox.baseVal ?? {};
      const box = svg?.getBoundingClientRect();
      const room = svg?.parentElement?.clientWidth ?? 0;
      return {
        down: scrollHeight - clientHeight,
        sideways: scrollWidth - clientWidth,
        free: clientHeight - Math.max(...bottoms),
        taller: (box?.height ?? 0) - (room * height) / width,
        narrower: room - Math.min(room, ((box?.height ?? 0) * width) / height),
      };
    });

  test.for(Object.entries(hosts))(
    'tells its height to %s: nothing scrolls, nothing is left free',
    async ([, height], { host }) => {
      const page = await host(resizer(height) + frameTag(KEYS));
      const frame = await framed(page);
      const misfit = async (): Promise<number> => {
        const { narrower, taller } = await fit(frame);
        return Math.max(narrower, taller);
      };
      for (const width of [720, 320]) {
        await page.locator('iframe').evaluate((one, width) => one.setAttribute('width', String(width)), width);
        await expect.poll(misfit, { message: `${width} pixels` }).toBeLessThan(2);
        const { down, sideways, free } = await fit(frame);
        expect([down, sideways], `${width} pixels`).toEqual([0, 0]);
        expect(free, `${width} pixels`).toBeLessThan(12);
      }
    },
  );

  test.runIf(many)(
    'asks for the same height whatever height it has, and for another with other parts',
    async ({ host }) => {
      const told = `<script>
      const heights = {};
      addEventListener('message', ({ data, source }) => {
        const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === source);
        if (data.type === 'gates:resize') (heights[frame.id] ??= []).push(data.height);
      });
    </script>`;
      const page = await host(
        told +
          frameTag(KEYS, 'id="low" width="720" height="300"') +
          frameTag(KEYS, 'id="high" width="720" height="1200"') +
          frameTag(`${KEYS}&parts=cell,diagram,transport,stages,equations`, 'id="more" width="720" height="480"') +
          frameTag(`${KEYS}&parts=transport`, 'id="few" width="720" height="480"'),
      );
      const heights = () => page.evaluate('heights') as Promise<Record<string, number[]>>;
      await expect.poll(async () => Object.keys(await heights()).length).toBe(4);
      const more = await framed(page, '#more');
      await more.locator('math').first().waitFor();
      await expect.poll(async () => (await heights()).more.at(-1)).toBeGreaterThan(900);
      const { low, high, few } = await heights();
      // in the low one a scrollbar takes some of the width
      expect(Math.abs((low.at(-1) ?? 0) - (high.at(-1) ?? 0))).toBeLessThan(12);
      expect(high.at(-1)).toBeGreaterThan(480);
      expect(few.at(-1)).toBeLessThan(200);
    },
  );

  test.runIf(many)(
    'leads back to where it began, by a button that is there only once it was left',
    async ({ host }) => {
      const page = await host(frameTag(`${KEYS}&parts=cell,diagram,transport`));
      const frame = await framed(page);
      const back = frame.getByRole('button', { name: 'Start over' });
      const began = await placeIn(frame);
      expect(await back.count()).toBe(0);
      await frame.getByRole('slider', { name: /timestep/i }).press('End');
      await frame.getByRole('radio', { name: 'timestep' }).click();
      await frame.getByRole('radio', { name: 'GRU' }).click();
      await expect.poll(() => frame.locator('.diagram svg').getAttribute('aria-label')).toContain('GRU');
      await back.click();
      await expect.poll(() => placeIn(frame)).toBe(began);
      expect(await frame.locator('.diagram svg').getAttribute('aria-label')).toContain('LSTM');
      expect(await frame.getByRole('radio', { name: 'stage' }).isChecked()).toBe(true);
      await expect.poll(() => back.count()).toBe(0);
    },
  );

  test('leaves out what its link locks, keys included, and everything that its parts do not name', async ({ host }) => {
    const page = await host(
      frameTag(START, 'id="open"') +
        frameTag(`${START}&lock=step,speed`, 'id="locked"') +
        frameTag(`${START}&hotkeys=off`, 'id="quiet"'),
    );
    const [open, locked, quiet] = [
      await framed(page, '#open'),
      await framed(page, '#locked'),
      await framed(page, '#quiet'),
    ];
    const press = (frame: Frame, key: string) => frame.getByRole('button', { name: 'Play' }).press(key);
    const choices = (frame: Frame): Promise<number[]> =>
      Promise.all([frame.getByRole('radio').count(), frame.getByRole('combobox').count()]);
    expect([await choices(open), await choices(locked)]).toEqual([
      [3, 1],
      [0, 0],
    ]);
    const began = await placeIn(open);
    for (const frame of [open, locked, quiet]) await press(frame, '.');
    await expect.poll(() => placeIn(open)).not.toBe(began);
    expect([await placeIn(locked), await placeIn(quiet)]).toEqual([began, began]);
    await press(locked, 'ArrowRight');
    await expect.poll(() => placeIn(locked)).not.toBe(began);
    await press(quiet, 'ArrowRight');
    expect(await placeIn(quiet)).toBe(began);
  });

  test('plays by itself only where its link says so, once it is in sight, and not for readers who want less motion', async ({
    host,
  }) => {
    const body = `${frameTag(`${KEYS}&speed=4`, 'id="still" width="720" height="480"')}
      <div style="height: 3000px"></div>${frameTag(`${KEYS}&autoplay=on&speed=4`, 'id="below" width="720" height="480"')}`;
    const page = await host(body);
    const [still, below] = [await framed(page, '#still'), await framed(page, '#below')];
    const began = await placeIn(still);
    // what plays would have taken a step in this time
    await page.waitForTimeout(1500);
    expect([await placeIn(still), await placeIn(below)]).toEqual([began, began]);
    await page.locator('#below').scrollIntoViewIfNeeded();
    await expect.poll(() => placeIn(below)).not.toBe(began);
    expect(await placeIn(still)).toBe(began);
    await below.getByRole('button', { name: 'Pause' }).click();
    const other = await host(frameTag(`${KEYS}&autoplay=on&speed=4`), { reducedMotion: 'reduce' });
    const calm = await framed(other);
    await page.waitForTimeout(1500);
    expect(await placeIn(calm)).toBe(began);
  });
});

describe('a frame with a chapter or a question in a page of another origin', () => {
  /** A page whose frame is as high as each of the hosts in turn would make it; they agree. */
  const agreed = Object.values(hosts).map((height, k) => `heard[${k}] = (${height}) ?? heard[${k}];`);
  const listening = `<script>
    const heard = [];
    addEventListener('message', ({ data }) => {
      ${agreed.join('\n')}
      if (heard.filter(Boolean).length < 4) return;
      document.querySelector('iframe').style.height = new Set(heard).size === 1 ? heard[0] + 'px' : '';
    });
  </script>`;
  const tag = (path: string, width = 900): string =>
    `<iframe title="Reading" width="${width}" height="300" src="${address(path).replaceAll('&', '&amp;')}"></iframe>`;
  /** The frame's height, and the pixels that it would scroll. */
  const sizes = async (frame: Frame) => {
    const [height, scrolls] = await frame.evaluate(() => [
      window.innerHeight,
      document.documentElement.scrollHeight - window.innerHeight,
    ]);
    return { height, scrolls };
  };
  const frameIn = async (page: Page, inside: string): Promise<Frame> => {
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    if (!frame) throw new Error('There is no frame');
    await frame.locator(inside).first().waitFor();
    return frame;
  };

  test('a question is shown whole in every format of host, also with its answer and in a narrow frame', async ({
    host,
  }) => {
    const page = await host(listening + tag('practice.html#idea=forget-gate&form=1&seed=7'));
    const frame = await frameIn(page, '.ask');
    await expect.poll(() => sizes(frame)).toMatchObject({ scrolls: 0 });
    await expect.poll(async () => (await sizes(frame)).height).toBeGreaterThan(320);
    const asked = (await sizes(frame)).height;
    await frame.locator('.ask-option').first().click();
    await frame.getByRole('radio', { name: 'not sure' }).check();
    await frame.getByRole('button', { name: 'Check' }).click();
    await expect.poll(async () => (await sizes(frame)).height).toBeGreaterThan(asked);
    await expect.poll(() => sizes(frame)).toMatchObject({ scrolls: 0 });
    const answered = (await sizes(frame)).height;
    await page.locator('iframe').evaluate((one) => one.setAttribute('width', '320'));
    await expect.poll(async () => (await sizes(frame)).height).toBeGreaterThan(answered);
    await expect.poll(() => sizes(frame)).toMatchObject({ scrolls: 0 });
  });

  test.runIf(many)(
    'a chapter with one view is shown whole; one with several scrolls, so that each comes to be read',
    async ({ host }) => {
      const short = await host(listening + tag('embed.html#learn=does-it-still-know&lesson=lessons/losing.md'));
      const whole = await frameIn(short, '.ask');
      await expect.poll(() => sizes(whole)).toMatchObject({ scrolls: 0 });
      await expect.poll(async () => (await sizes(whole)).height).toBeGreaterThan(430);

      const long = await host(listening + tag('embed.html#learn=forget-input-update-output'), {
        reducedMotion: 'reduce',
      });
      const several = await frameIn(long, '.ask');
      await expect.poll(async () => (await sizes(several)).height).toBeGreaterThan(430);
      const { height, scrolls } = await sizes(several);
      expect(height).toBeLessThanOrEqual(800);
      expect(scrolls).toBeGreaterThan(0);
      // the figure follows to each view: its stage is the one that the part explains
      const stage = several.getByRole('region', { name: 'Figure' }).locator('[aria-selected="true"]');
      const seen: string[] = [];
      for (const part of await several.locator('.chapter-part').all()) {
        await part.evaluate((e) => {
          const last = e.nextElementSibling === null;
          window.scrollTo(0, last ? 1e6 : window.scrollY + e.getBoundingClientRect().top - window.innerHeight * 0.35);
        });
        await expect.poll(() => stage.innerText()).not.toBe(seen.at(-1));
        seen.push(await stage.innerText());
      }
      expect(new Set(seen).size).toBe(4);
    },
  );
});
