import { type GifFrame, gifOf } from './gif.ts';

/** A message from the page: first the ramps, then each picture, and null at the end. */
export type GifRequest = readonly string[] | GifFrame | null;

const sent: GifRequest[] = [];
let wake = (): void => {};

self.onmessage = ({ data }: MessageEvent<GifRequest>): void => {
  sent.push(data);
  wake();
};

async function next<T extends GifRequest>(): Promise<T> {
  while (sent.length === 0)
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  return sent.shift() as T;
}

/** The pictures as they come; each is answered when it is taken, so that the page draws the next one meanwhile. */
async function* frames(): AsyncGenerator<GifFrame> {
  for (;;) {
    const frame = await next<GifFrame | null>();
    if (!frame) return;
    self.postMessage(null);
    yield frame;
  }
}

/** Makes one GIF. An error reaches the page as the error of the worker. */
async function make(): Promise<void> {
  const ramps = await next<readonly string[]>();
  self.postMessage(await gifOf(frames(), ramps));
}

make().catch((error) => reportError(error));
