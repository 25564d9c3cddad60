import { GIFEncoder, nearestColorIndex, quantize } from 'gifenc';
import { ATTRIBUTION } from '../../figure/attribution.ts';
import type { PixelSize } from './figureSizes.ts';

/** One picture of a GIF: red, green, blue and alpha of each pixel, row by row, and its time in milliseconds. */
export interface GifFrame extends PixelSize {
  readonly pixels: Uint8Array | Uint8ClampedArray;
  readonly delay: number;
}

/** One colour is needed for what stays as it was. */
const COLOURS = 255;
/**
 * An animated GIF that repeats without end, with the licence as its comment. The first frame has the whole picture, each
 * other one only what differs from the frame before. Frames are asked for one by one. Every other colour of the ramps is in
 * all of them, because a ramp has too few pixels for as many of those found in a frame. A page that has to make it on its own
 * thread answers in between.
 */
export async function gifOf(
  frames: AsyncIterable<GifFrame>,
  ramps: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const gif = GIFEncoder();
  const kept = ramps.filter((_, k) => k % 2 === 0).map((css) => css.match(/\d+/g)?.map(Number) ?? []);
  let before: Uint32Array | null = null;
  for await (const { pixels, width, height, delay } of frames) {
    const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height).slice();
    const colours = [...quantize(pixels, COLOURS - kept.length, { format: 'rgb565' }), ...kept];
    const index = await indexed(whole, colours);
    if (before) for (let k = 0; k < whole.length; k++) if (whole[k] === before[k]) index[k] = colours.length;
    gif.writeFrame(index, width, height, {
      palette: [...colours, [0, 0, 0]],
      delay,
      repeat: 0,
      ...(before !== null && { transparent: true, transparentIndex: colours.length }),
      // what is drawn stays for the next frame
      dispose: 1,
    });
    before = whole;
  }
  for (const byte of commentOf(ATTRIBUTION)) gif.stream.writeByte(byte);
  gif.finish();
  return new Uint8Array(gif.bytes());
}

type Colour = readonly number[];

/** Red, green and blue of a pixel as four bytes hold it; the last is opaque. */
const colourOf = (pixel: number): Colour => [pixel & 0xff, (pixel >> 8) & 0xff, (pixel >> 16) & 0xff];

/** Pixels after which the page may answer. */
const AT_ONCE = 1 << 17;

/** The index of the nearest colour for each pixel. */
async function indexed(pixels: Uint32Array, colours: readonly Colour[]): Promise<Uint8Array> {
  const nearest = new Map<number, number>();
  const index = new Uint8Array(pixels.length);
  for (let k = 0; k < pixels.length; k++) {
    if (k % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
    const pixel = pixels[k];
    const known = nearest.get(pixel) ?? nearestColorIndex(colours, colourOf(pixel));
    nearest.set(pixel, known);
    index[k] = known;
  }
  return index;
}

/** A comment extension (GIF89a, 24) of at most 255 ASCII characters. */
const commentOf = (text: string): readonly number[] => [
  0x21,
  0xfe,
  text.length,
  ...Array.from(text, (letter) => letter.charCodeAt(0) & 0x7f),
  0,
];
