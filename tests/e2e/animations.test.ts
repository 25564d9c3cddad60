import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { address, stillTest as test } from './browser.ts';
import { coarse, differenceOf, GRID, knowMeans, type WithMeans } from './coarse.ts';
import { ready } from './instrument.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatescope-animations-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LINK = '#cell=lstm&text=banana&units=3&seed=5&t=4&stage=input';
const window = { viewport: { width: 1440, height: 900 } };

/** Presses a button of the dialog Save, and gives the bytes of the file. */
async function saved(page: Page, kind: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('region', { name: 'Figure', exact: true }).getByRole('button', { name: kind }).click(),
  ]);
  return readFileSync(await download.path());
}

const opened = async (open: (path: string, options: typeof window) => Promise<Page>, link = LINK): Promise<Page> => {
  const page = await ready(await open(link, window));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('img', { name: /^Preview/ }).waitFor();
  return page;
};

interface Decoded {
  readonly repetitions: number;
  readonly frames: readonly {
    readonly width: number;
    readonly milliseconds: number;
    /** The mean colours of a frame, as of a PNG. */
    readonly means: readonly number[];
  }[];
}

/** A GIF as the decoder of Chromium reads it. */
async function decoded(page: Page, gif: Uint8Array): Promise<Decoded> {
  await knowMeans(page);
  const { repetitions, frames } = await page.evaluate(
    async ([base64, n]) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const decoder = new ImageDecoder({ data, type: 'image/gif' });
      await decoder.tracks.ready;
      await decoder.completed;
      const track = decoder.tracks.selectedTrack as ImageTrack;
      const read = [];
      for (let frameIndex = 0; frameIndex < track.frameCount; frameIndex++) {
        const { image } = await decoder.decode({ frameIndex });
        const { displayWidth: width, displayHeight: height } = image;
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        read.push({
          width,
          milliseconds: (image.duration ?? 0) / 1000,
          means: (globalThis as WithMeans).means(context.getImageData(0, 0, width, height), n),
        });
        image.close();
      }
      return { repetitions: track.repetitionCount, frames: read };
    },
    [Buffer.from(gif).toString('base64'), GRID] as const,
  );
  // JSON has no infinity
  return { repetitions: repetitions ?? Number.POSITIVE_INFINITY, frames };
}

/** Expects two pictures to look the same. */
function expectAlike(one: readonly number[], other: readonly number[]): void {
  const difference = differenceOf(one, other);
  expect(difference.mean).toBeLessThan(1);
  // the command may find another font; two moments differ by more than 25
  expect(difference.most).toBeLessThan(12);
}

test.runIf(many)('a GIF walks through the stages, and each frame is the picture of its moment', async ({ open }) => {
  const page = await opened(open);
  const png = await saved(page, 'PNG');
  await page.getByLabel('Each for').selectOption('2 seconds');
  const { repetitions, frames } = await decoded(page, await saved(page, 'GIF'));
  expect(repetitions).toBe(Number.POSITIVE_INFINITY);
  // the whole timestep, the empty cell, forget, input, update; output is the whole timestep again
  expect(frames.map(({ milliseconds }) => milliseconds)).toEqual([4000, 2000, 2000, 2000, 2000]);
  expect(new Set(frames.map(({ width }) => width))).toEqual(new Set([1280]));
  expectAlike(frames[3].means, await coarse(page, png));
  const whole = await opened(open, LINK.replace('&stage=input', ''));
  expectAlike(frames[0].means, await coarse(whole, await saved(whole, 'PNG')));
  for (let k = 1; k < frames.length; k++)
    expect(differenceOf(frames[k].means, frames[k - 1].means).most).toBeGreaterThan(25);
  // the command draws the same
  const file = join(folder, 'walk.gif');
  const made = spawnSync(
    process.execPath,
    ['lib/command/gatescope.js', 'render', '--link', LINK, '--seconds', '2', '-o', file],
    { encoding: 'utf8' },
  );
  expect(made.stderr).toBe('');
  const { frames: drawn } = await decoded(page, readFileSync(file));
  expect(drawn.map(({ milliseconds }) => milliseconds)).toEqual([4000, 2000, 2000, 2000, 2000]);
  for (const [k, frame] of drawn.entries()) expectAlike(frame.means, frames[k].means);
});

test.runIf(many).for(['button', 'Escape'] as const)(
  'a GIF that is being made can be cancelled by %s, and no file is saved',
  async (by, { open }) => {
    const page = await opened(open, LINK.replace('banana', 'bananabananabanana'));
    const downloads: string[] = [];
    page.on('download', (download) => downloads.push(download.suggestedFilename()));
    const form = page.getByRole('region', { name: 'Figure', exact: true });
    await page.getByLabel('Animation').selectOption('timesteps of the sequence');
    await form.getByRole('button', { name: 'GIF' }).click();
    // the page answers while pictures are drawn
    await form.getByText('Drawing picture 2 of 18…').waitFor();
    if (by === 'button') await form.getByRole('button', { name: 'Cancel' }).click();
    else await page.keyboard.press('Escape');
    await form.getByText('Cancelled.').waitFor();
    await expect.poll(() => form.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    expect(await form.getByRole('button', { name: 'GIF' }).getAttribute('aria-disabled')).toBe('false');
    expect(downloads).toEqual([]);
    // focus stays in the dialog, which is still open, and the next file is whole
    expect(await page.evaluate(() => document.activeElement?.closest('.figure-walk') !== null)).toBe(true);
    await page.getByLabel('Animation').selectOption('stages of this timestep');
    expect((await decoded(page, await saved(page, 'GIF'))).frames).toHaveLength(5);
  },
);

if (many)
  test('a GIF of timesteps has one frame for each, in its own colours', async ({ open }) => {
    const page = await opened(open, LINK.replace('&stage=input', ''));
    await page.getByLabel('Animation').selectOption('timesteps of the sequence');
    await page.getByLabel('Drawn for').selectOption('slide, 16 : 9');
    await page.getByRole('radio', { name: 'print' }).check();
    const png = await saved(page, 'PNG');
    const { frames } = await decoded(page, await saved(page, 'GIF'));
    expect(frames.map(({ milliseconds }) => milliseconds)).toEqual([1000, 1000, 1000, 1000, 1000, 2000]);
    expectAlike(frames[3].means, await coarse(page, png));
    expect(frames[5].means.slice(0, 3)).toEqual([255, 255, 255]);
  });

test.runIf(many)(
  'a GIF is made beside the page, and is the same where the page may have no worker',
  async ({ open }) => {
    const page = await opened(open);
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    const gif = await saved(page, 'GIF');
    expect(workers.filter((url) => url.includes('/gifWorker-'))).toHaveLength(1);
    const alone = await open('about:blank', window);
    await alone.addInitScript(() => {
      globalThis.Worker = class {
        constructor() {
          throw new DOMException('No worker here', 'SecurityError');
        }
      } as unknown as typeof Worker;
    });
    await alone.goto(address(`index.html${LINK}`));
    await ready(alone);
    await alone.getByRole('button', { name: 'Save', exact: true }).click();
    await alone.getByRole('img', { name: /^Preview/ }).waitFor();
    expect(Buffer.from(await saved(alone, 'GIF')).equals(Buffer.from(gif))).toBe(true);
  },
);

/** Kinds of video that this Chromium encodes. */
const videos = many ? (['MP4', 'WebM'] as const) : (['MP4'] as const);

test.runIf(many).for(videos)(
  'a video lasts as long, is as wide as the slide, and shows each moment at its time: %s',
  async (wished, { open }) => {
    const bare = await open('about:blank', window);
    if (wished === 'WebM')
      // a browser without an encoder for MP4
      await bare.addInitScript(() => {
        const { isConfigSupported } = VideoEncoder;
        VideoEncoder.isConfigSupported = async (config) =>
          config.codec.startsWith('avc') ? { supported: false, config } : isConfigSupported.call(VideoEncoder, config);
      });
    const page = await opened(async (link) => {
      await bare.goto(address(link));
      return bare;
    });
    const kind = await page.evaluate(async () => {
      const { supported } = await VideoEncoder.isConfigSupported({ codec: 'avc1.640028', width: 1920, height: 1080 });
      return supported ? 'MP4' : 'WebM';
    });
    await page.getByLabel('Drawn for').selectOption('slide, 16 : 9');
    const { frames } = await decoded(page, await saved(page, 'GIF'));
    const video = await saved(page, kind);
    // a page of its own: the site's policy lets nobody play videos
    const player = await page.context().newPage();
    await knowMeans(player);
    const shown = await player.evaluate(
      async ([base64, type, times, n]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const element = document.createElement('video');
        element.src = URL.createObjectURL(new Blob([bytes], { type }));
        const event = (name: string) =>
          new Promise((resolve) => element.addEventListener(name, resolve, { once: true }));
        await event('loadeddata');
        const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight);
        const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
        const pictures = [];
        for (const time of times) {
          // a busy browser says that it is there before it shows the frame
          const shown = new Promise((resolve) => element.requestVideoFrameCallback(resolve));
          element.currentTime = time;
          await Promise.all([event('seeked'), shown]);
          context.drawImage(element, 0, 0);
          pictures.push((globalThis as WithMeans).means(context.getImageData(0, 0, canvas.width, canvas.height), n));
        }
        return { duration: element.duration, width: element.videoWidth, height: element.videoHeight, pictures };
      },
      [Buffer.from(video).toString('base64'), `video/${kind.toLowerCase()}`, [0.5, 2.5, 3.5, 4.5, 5.5], GRID] as const,
    );
    expect(shown.duration).toBeCloseTo(6, 1);
    expect([shown.width, shown.height]).toEqual([1920, 1080]);
    // how much a frame is compressed depends on how busy the computer is: each is nearest to its own moment
    for (const [k, seen] of shown.pictures.entries()) {
      const distances = frames.map((one) => differenceOf(seen, one.means).mean);
      expect(distances[k]).toBeLessThan(4);
      expect(distances[k] - Math.min(...distances)).toBeLessThan(0.1);
    }
  },
);
