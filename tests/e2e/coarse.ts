import type { Page } from 'playwright';

/** Cells of the grid along one side. */
export const GRID = 32;

/**
 * The mean colours of what is drawn on a canvas, in a grid of so many cells; what differs by fonts and edges is gone in
 * them. It runs in a page.
 */
function means({ data, width, height }: ImageData, n: number): readonly number[] {
  const sums = Array.from({ length: n * n * 3 }, () => 0);
  const pixels = Array.from({ length: n * n }, () => 0);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor((y * n) / height) * n;
    for (let x = 0; x < width; x++, at += 4) {
      const cell = row + Math.floor((x * n) / width);
      for (let k = 0; k < 3; k++) sums[3 * cell + k] += data[at + k];
      pixels[cell]++;
    }
  }
  return sums.map((sum, k) => sum / pixels[Math.floor(k / 3)]);
}

/** Makes `means` known to the scripts that a test runs in a page, whatever the page's policy. */
export const knowMeans = (page: Page): Promise<void> => page.evaluate(`globalThis.means = ${means}; undefined`);

/** A page with `means`. */
export type WithMeans = typeof globalThis & { readonly means: typeof means };

/** The mean colours of a picture. */
export async function coarse(page: Page, png: Uint8Array, grid = GRID): Promise<readonly number[]> {
  await knowMeans(page);
  return page.evaluate(
    async ([base64, n]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      return (globalThis as WithMeans).means(context.getImageData(0, 0, bitmap.width, bitmap.height), n);
    },
    [Buffer.from(png).toString('base64'), grid] as const,
  );
}

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
