import type { Page } from 'playwright';

/** The mean colours of a picture in a grid of so many cells; what differs by fonts and edges is gone in them. */
export const coarse = (page: Page, png: Uint8Array, grid = 32): Promise<readonly number[]> =>
  page.evaluate(
    async ([base64, n]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const sums = Array.from({ length: n * n * 3 }, () => 0);
      const pixels = Array.from({ length: n * n }, () => 0);
      for (let at = 0; at < data.length; at += 4) {
        const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
        const cell = Math.floor((y * n) / height) * n + Math.floor((x * n) / width);
        for (let k = 0; k < 3; k++) sums[3 * cell + k] += data[at + k];
        pixels[cell]++;
      }
      return sums.map((sum, k) => sum / pixels[Math.floor(k / 3)]);
    },
    [Buffer.from(png).toString('base64'), grid] as const,
  );

/** The largest and the mean difference of two such pictures, of 255. */
export function differenceOf(
  one: readonly number[],
  other: readonly number[],
): { readonly most: number; readonly mean: number } {
  const differences = one.map((value, k) => Math.abs(value - other[k]));
  return {
    most: Math.max(...differences),
    mean: differences.reduce((sum, each) => sum + each, 0) / differences.length,
  };
}
