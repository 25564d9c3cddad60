import { expect, test } from 'vitest';
import { gifOf } from '../../../src/components/share/gif.ts';
import { rampOf } from '../../../src/figure/legend.ts';

const [WIDTH, HEIGHT] = [256, 64];

/** A picture of many colours, none of which is in the ramp. */
function noisy(): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let k = 0; k < WIDTH * HEIGHT; k++)
    pixels.set([200 + (k % 56), (k * 7) % 120, 160 + ((k >> 6) % 90), 255], 4 * k);
  return pixels;
}

test('the colours of a key are in the palette of a GIF, however few of its pixels have them', async () => {
  const ramp = rampOf('gate', false);
  async function* frames() {
    yield { pixels: noisy(), width: WIDTH, height: HEIGHT, delay: 1000 };
  }
  const gif = await gifOf(frames(), ramp);
  // GIF89a, 18 and 19: the palette of 256 colours follows the 13 bytes of signature and screen
  expect(gif[10] & 0x87).toBe(0x87);
  const palette = Array.from({ length: 256 }, (_, k) => [...gif.subarray(13 + 3 * k, 16 + 3 * k)]);
  for (const css of ramp) {
    const colour = (css.match(/\d+/g) ?? []).map(Number);
    const away = palette.map((one) => Math.max(...one.map((part, k) => Math.abs(part - colour[k]))));
    expect(Math.min(...away)).toBeLessThanOrEqual(4);
  }
});
